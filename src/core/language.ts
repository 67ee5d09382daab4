/** The two languages of every text, template and recipient. French when unknown. */
export type Language = 'fr' | 'en';
