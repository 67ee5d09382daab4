export const FIRST_NAMES =
  'Ève Élise Anaïs Zoé Chloé Noémie Hélène Françoise Gisèle Maëlle Océane Béatrice Thérèse Inès Aline Carole Denise Johanne Lise Manon Nathalie Sylvie Louise Marie Julie Anne Claire Diane Joëlle Solène Émile Étienne Félix Jérôme Gaëtan Noël René André Cédric Frédéric Hervé Loïc Raphaël Sébastien Théo Benoît Denis Guy Jean Luc Marc Paul Pierre Robert Serge Yves Alain Claude Daniel Michel Owen Heather Grace Trevor Ian Priya Karim Fatima Minh Wei Olga Søren'.split(
    ' ',
  );
export const COMPOUND_FIRST = [
  'Jean-François',
  'Marie-Ève',
  'Marc-André',
  'Anne-Marie',
  'Louis-Joseph',
  'Marie Claude',
  'Jean Guy',
  'Pierre-Luc',
];
export const LAST_NAMES = [
  ...'Côté Bélanger Lévesque Bédard Gagné Boucher Fortin Pelletier Gagnon Tremblay Roy Morin Ouellet Lefèvre Hébert Thériault Léger Bérubé Sénéchal Crête Péloquin Châtillon Béland Noël Martel Nadeau Caron Poulin Girard Turcotte Dubé Lachance Nguyễn Tran Haddad Benali Singh Patel Wilson McKay Murphy Schneider Kowalczyk Muñoz'.split(
    ' ',
  ),
  'St-Pierre',
  'Saint-Onge',
  'Ste-Marie',
  'St-Amand',
  "D'Amour",
  'D’Astous',
  "L'Heureux",
  'L’Écuyer',
  'de la Durantaye',
  'Le Bel',
  'Le Blanc',
  'De Grandpré',
  'du Berger',
  'Des Roches',
  'Van der Meer',
  "O'Neil",
  'Roy-Gagnon',
  'Grand-Maison',
  'Côté-Hébert',
  'Larose Dion',
];
export const STREETS = [
  'rue des Érables',
  'boul. Laurier',
  'chemin du Lac',
  '3e Avenue',
  'rue Saint-Jean',
  'Main Street',
  'rue de l’Église',
  'av. Royale',
];
export const CITIES = [
  'Québec',
  'Lévis',
  'Montréal',
  'Sherbrooke',
  'Trois-Rivières',
  'Gatineau',
  'Saguenay',
  'Rimouski',
];
export const COMPANY_WORDS = [
  'Boulangerie',
  'Gestion',
  'Construction',
  'Clinique',
  'Plomberie',
  'Placements',
  'Transport',
  'Atelier',
  'Les Entreprises',
  'Services-conseils',
];
export const COMPANY_TAILS = [
  'du Coin',
  'Boréal',
  'des Pins',
  'Nordet',
  'Deux-Rives',
  'Méridien',
  'de l’Anse',
  'Fleur de Lys',
  'Harfang',
  'Tamarac',
];
export const LEGAL_FORMS = ['inc.', 'ltée', 'Inc.', 's.e.n.c.', 'limitée', 'Ltd.'];
