import type { PageBox } from './document-row';
import type { PageText } from './page-text';

/** What a screen needs to draw over a page. */
export const pageBox = ({ width, height, rotation, origin, crop }: PageText): PageBox => {
  const box = { width, height, rotation };
  if (crop) return { ...box, crop };
  return origin ? { ...box, crop: [...origin, width, height] } : box;
};
