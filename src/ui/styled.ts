/**
 * Sizes known only at run time, set through CSSOM: `style-src 'self'` refuses a `style` attribute, and the linter with it.
 * Use as `{@attach styled({ height: … })}`; names in kebab-case or `--custom`.
 */
export const styled =
  (values: Readonly<Record<string, string | undefined>>) =>
  (node: HTMLElement): void => {
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined) node.style.removeProperty(name);
      else node.style.setProperty(name, value);
    }
  };
