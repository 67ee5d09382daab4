/** The fictitious office. */
export const COMPANY = {
  nom: 'Cabinet Fictif Mésange inc.',
  email: 'bonjour@cabinet-fictif.example',
  tel: '418 555-0142',
  adresse: '100, rue de l’Exemple',
  ville: 'Québec',
  prov: 'QC',
  cp: 'G1A 1A1',
  country: 'Canada',
};
