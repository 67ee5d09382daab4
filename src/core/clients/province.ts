const CODES: Readonly<Record<string, string>> = {
  qc: 'QC',
  quebec: 'QC',
  que: 'QC',
  pq: 'QC',
  on: 'ON',
  ontario: 'ON',
  ont: 'ON',
  nb: 'NB',
  nouveaubrunswick: 'NB',
  newbrunswick: 'NB',
  ns: 'NS',
  nouvelleecosse: 'NS',
  novascotia: 'NS',
  pe: 'PE',
  pei: 'PE',
  ipe: 'PE',
  ileduprinceedouard: 'PE',
  princeedwardisland: 'PE',
  nl: 'NL',
  nf: 'NL',
  tnl: 'NL',
  terreneuveetlabrador: 'NL',
  terreneuve: 'NL',
  newfoundlandandlabrador: 'NL',
  newfoundland: 'NL',
  mb: 'MB',
  manitoba: 'MB',
  man: 'MB',
  sk: 'SK',
  saskatchewan: 'SK',
  sask: 'SK',
  ab: 'AB',
  alberta: 'AB',
  alb: 'AB',
  alta: 'AB',
  bc: 'BC',
  cb: 'BC',
  colombiebritannique: 'BC',
  britishcolumbia: 'BC',
  yt: 'YT',
  yukon: 'YT',
  nt: 'NT',
  tno: 'NT',
  territoiresdunordouest: 'NT',
  northwestterritories: 'NT',
  nu: 'NU',
  nunavut: 'NU',
};

/** Two-letter code of a Canadian province or territory; other words are kept as written (a state, « Non résident »). */
export function provinceCode(text: string): string {
  const key = text
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
  return CODES[key] ?? text;
}
