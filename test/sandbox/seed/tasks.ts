const TITLES = [
  'Préparer la déclaration',
  'Réviser la déclaration',
  'Obtenir la signature',
  'Transmettre par voie électronique',
  'Demander les pièces manquantes',
  'Envoyer la facture',
] as const;

/** Tasks, three to a project: every status from 0 to 3, some without dates (`0000-00-00`), a few closed. */
export const fictitiousTasks = (count: number): readonly Readonly<Record<string, unknown>>[] =>
  Array.from({ length: count }, (_, index) => {
    const day = String((index % 27) + 1).padStart(2, '0');
    const dated = index % 4 !== 3;
    const done = index % 10 === 9;
    return {
      id: index + 1,
      projet_id: Math.floor(index / 3) + 1,
      active: done ? 0 : 1,
      creation_date: `2026-02-${day} 09:00:00`,
      title: TITLES[index % TITLES.length],
      start_date: dated ? `2026-03-${day}` : '0000-00-00',
      end_date: dated ? `2026-04-${day}` : '0000-00-00',
      status: done ? 3 : index % 3,
      time_estimated: 30 + (index % 5) * 15,
      time_spent: done ? 45 : (index % 3) * 10,
      description: index % 2 === 0 ? 'Dossier fictif du bac à sable.' : '',
      comments: [],
    };
  });
