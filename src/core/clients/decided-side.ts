/** « Garder GEM-BOOKS » or « Prendre le fichier ». */
export type DecidedSide = 'server' | 'file';
