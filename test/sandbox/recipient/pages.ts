import { html } from 'hono/html';
import { PORTAL_PATH } from './link';
import type { Person } from './people';
import type { Words } from './words';
import { WORDS } from './words';

type Html = ReturnType<typeof html>;
type Language = keyof typeof WORDS;

/** One envelope as its recipient sees it. */
export interface Shown {
  readonly id: string;
  readonly title: string;
  readonly status: keyof Words['status'];
  readonly documents: readonly { readonly id: string; readonly title: string; readonly isSigned: boolean }[];
  readonly signedAt: string | null;
  /** Whether it is this person's to sign or refuse now. */
  readonly canAct: boolean;
  readonly isWaitingForOthers: boolean;
}

export function page(language: Language, heading: string, content: Html, isIn = false): Html {
  const t = WORDS[language];
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${heading} · ${t.title}</title>
        <link rel="stylesheet" href="${PORTAL_PATH}/style.css" />
      </head>
      <body>
        <header>
          <p>${t.title}</p>
          <form method="post" action="${PORTAL_PATH}/langue">
            <button
              class="link"
              lang="${language === 'fr' ? 'en' : 'fr'}"
              name="language"
              value="${language === 'fr' ? 'en' : 'fr'}"
            >
              ${t.other}
            </button>
          </form>
        </header>
        <main>
          <h1>${heading}</h1>
          ${content}
          ${
            isIn
              ? html`<form method="post" action="${PORTAL_PATH}/quitter">
                  <button class="plain">${t.leave}</button>
                </form>`
              : ''
          }
        </main>
        <footer><p>${t.sandbox}</p></footer>
      </body>
    </html>`;
}

const alert = (text: string | null): Html | '' =>
  text === null ? '' : html`<p class="alert" role="alert">${text}</p>`;

export function whoPage(language: Language, people: readonly Person[], problem: string | null): Html {
  const t = WORDS[language];
  return page(
    language,
    t.who,
    html`<p class="muted">${t.whoHelp}</p>
      ${alert(problem)}
      <ul>
        ${people.map(
          ({ key, name, phone }) =>
            html`<li>
              <h2>${name}</h2>
              ${
                phone === null
                  ? html`<p>${t.noNumber}</p>`
                  : html`<form method="post" action="${PORTAL_PATH}/code">
                      <button name="person" value="${key}" aria-label="${name} — ${t.send(phone.slice(-2))}">
                        ${t.send(phone.slice(-2))}
                      </button>
                    </form>`
              }
            </li>`,
        )}
      </ul>`,
  );
}

export function codePage(language: Language, problem: string | null): Html {
  const t = WORDS[language];
  return page(
    language,
    t.code,
    html`${alert(problem)}
      <section>
        <form method="post" action="${PORTAL_PATH}/entrer">
          <label for="code">${t.code}</label>
          <p class="muted" id="code-help">${t.codeHelp}</p>
          <p>
            <input
              class="code"
              type="text"
              id="code"
              name="code"
              inputmode="numeric"
              autocomplete="one-time-code"
              maxlength="7"
              required
              autofocus
              aria-describedby="code-help"
            />
          </p>
          <button>${t.enter}</button>
        </form>
      </section>
      <form method="post" action="${PORTAL_PATH}/retour"><button class="link">${t.again}</button></form>`,
  );
}

export function listPage(language: Language, name: string, envelopes: readonly Shown[]): Html {
  const t = WORDS[language];
  return page(
    language,
    t.yours(name),
    envelopes.length === 0
      ? html`<p>${t.none}</p>`
      : html`<ul>
          ${envelopes.map(
            ({ id, title, status }) =>
              html`<li>
                <h2>${title}</h2>
                <p class="chip">${t.status[status]}</p>
                <p><a href="${PORTAL_PATH}/envois/${id}" aria-label="${t.open} — ${title}">${t.open}</a></p>
              </li>`,
          )}
        </ul>`,
    true,
  );
}

export function envelopePage(language: Language, name: string, shown: Shown, problem: string | null): Html {
  const t = WORDS[language];
  const place = `${PORTAL_PATH}/envois/${shown.id}`;
  return page(
    language,
    shown.title,
    html`<p><a href="${PORTAL_PATH}/">${t.back}</a></p>
      <p class="chip">${shown.signedAt === null ? t.status[shown.status] : t.signedOn(shown.signedAt)}</p>
      ${alert(problem)}
      ${shown.documents.map(({ id, title, isSigned }) => {
        const words = isSigned ? t.readSigned(title) : t.read(title);
        return html`<section>
          <p><a href="${place}/documents/${id}" target="_blank">${words}</a></p>
          <iframe src="${place}/documents/${id}" title="${words}"></iframe>
        </section>`;
      })}
      ${shown.isWaitingForOthers ? html`<p>${t.turn}</p>` : ''}
      ${
        shown.canAct
          ? html`<section>
                <h2>${t.sign}</h2>
                <p class="muted">${t.signHelp}</p>
                <p>${name}</p>
                <form method="post" action="${place}/signer">
                  <label for="typed">${t.typed}</label>
                  <input type="text" id="typed" name="typed" autocomplete="name" required />
                  <label class="box"><input type="checkbox" name="agree" required />${t.agree}</label>
                  <p><button>${t.sign}</button></p>
                </form>
              </section>
              <section>
                <h2>${t.refuse}</h2>
                <form method="post" action="${place}/refuser">
                  <label for="reason">${t.reason}</label>
                  <textarea id="reason" name="reason" rows="3" maxlength="500" required></textarea>
                  <p><button class="plain">${t.refuse}</button></p>
                </form>
              </section>`
          : ''
      }`,
    true,
  );
}

export function lostPage(language: Language, heading: string, help: string): Html {
  return page(language, heading, html`<p>${help}</p>`);
}
