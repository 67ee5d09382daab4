import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { en } from '../../../src/i18n/en';
import { fr } from '../../../src/i18n/fr';

const FOLDER = 'src/i18n';

/** Every piece of text in a source file: literals, and the pieces of templates around `${}`. */
function textsOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(`${FOLDER}/${file}`, 'utf8'), ts.ScriptTarget.Latest, true);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    const isPiece =
      ts.isStringLiteral(node) ||
      ts.isNoSubstitutionTemplateLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node);
    if (isPiece && !ts.isImportDeclaration(node.parent)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

describe('French typography', () => {
  // English has no such signs, so the files that hold both languages are checked whole.
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && file !== 'en.ts',
  );

  it.each(files)('%s: no ordinary space where a no-break space belongs', (file) => {
    expect(textsOf(file).filter((text) => / [:;!?»%]|« /u.test(text))).toEqual([]);
  });

  it.each(files)('%s: the narrow space before ; ! ? and the wide one before : and in guillemets', (file) => {
    expect(textsOf(file).filter((text) => /\u00a0[;!?]|\u202f:|«(?!\u00a0)|(?<!\u00a0)»/u.test(text))).toEqual([]);
  });
});

describe('the two languages', () => {
  type Tree = { readonly [key: string]: unknown };
  const shapeOf = (value: unknown, path = ''): string[] => {
    if (typeof value === 'function') return [`${path}()`];
    if (typeof value === 'string') return [path];
    return Object.entries(value as Tree).flatMap(([key, inner]) => shapeOf(inner, `${path}.${key}`));
  };
  const textAt = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(textAt)
        : [];

  it('have the same keys, and functions in the same places', () => {
    expect(shapeOf(en)).toEqual(shapeOf(fr));
  });

  it('leave no text empty', () => {
    expect([...textAt(fr), ...textAt(en)].filter((text) => text.trim() === '')).toEqual([]);
  });
});

describe('the words that the office knows', () => {
  it('are those of the product page, to the letter', () => {
    expect(fr.menu).toMatchObject({
      label: 'Impôts sync',
      home: 'Accueil',
      clients: 'Synchronisation clients',
      documents: 'Envois des documents',
      tracking: 'Suivi des envois',
      tasks: 'Tâches',
      templates: 'Modèles de courriels',
      settings: 'Configurations',
    });
    expect(fr.clients).toMatchObject({
      software: 'Logiciel',
      type: 'Type de clients',
      manager: 'Chargé de compte',
      managerFromFile: 'Selon la colonne du fichier',
      file: 'Fichier',
      preview: 'Aperçu',
      import: 'Importer',
    });
    expect(fr.documents).toMatchObject({
      type: 'Type de document',
      byContent: 'Selon le contenu',
      naming: 'Nomenclature',
      namingDetect: 'Détecter',
      year: 'Année',
      template: 'Modèle de courriel',
      file: 'Fichier .zip',
      confirmAll: 'Tout confirmer',
    });
    expect(fr.tracking.cancel).toBe("Annuler l'envoi");
    expect(fr.tracking.lane.rejected).toBe('Rejeté par GEM-BOOKS');
  });
});
