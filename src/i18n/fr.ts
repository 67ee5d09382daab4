import type { ClientType, HouseholdRelation, Software } from '../core/clients/client';
import type { MergeField } from '../core/clients/merge-rows';
import type { InvitationPlan, LinkBasis, PlanMode, PlanStatus, UpdatableField } from '../core/clients/upsert-plan';
import type { ConcordanceGrade, DocumentStatus, NamingCode } from '../core/documents/document-row';
import type { EnvelopeStatus, FollowedRecipient } from '../core/follow-up/followed-envelope';
import type { TransmissionState } from '../core/follow-up/ready-to-transmit';
import type { ReminderRule } from '../core/follow-up/reminder-rule';
import type { FormCode } from '../core/forms/form-code';
import type { FieldKind, PlacementBasis, SignerRole, TimePart } from '../core/forms/placed-field';
import type { TaskField } from '../core/tasks/task-change';
import { counted, formatDateTime, formatDuration, formatNumber, formatShortTime, isSingular, listed } from './format';
import type { TrackingLane, TrackingStepKind, TrackingView } from './tracking-words';

const count = (value: number, one: string, many: string): string => counted('fr', value, one, many);
const agree = (value: number, one: string, many: string): string => (isSingular('fr', value) ? one : many);

/**
 * The source of every word on screen; `en.ts` must have the same shape. Typography: U+00A0 before a colon and inside
 * guillemets, U+202F before `;`, `!` and `?` (a test checks it).
 */
export const fr = {
  product: 'Impôt Sync',
  menu: {
    label: 'Impôts sync',
    open: 'Ouvrir le menu Impôts sync',
    close: 'Fermer le menu',
    skip: 'Aller au contenu',
    home: 'Accueil',
    clients: 'Synchronisation clients',
    documents: 'Envois des documents',
    tracking: 'Suivi des envois',
    tasks: 'Tâches',
    templates: 'Modèles de courriels',
    settings: 'Configurations',
    lock: 'Verrouiller',
  },
  common: {
    loading: 'Chargement…',
    close: 'Fermer',
    cancel: 'Annuler',
    retry: 'Réessayer',
    search: 'Rechercher',
    all: 'Tous',
    filters: 'Filtres',
    details: 'Détails',
    none: 'Aucun',
    optional: 'facultatif',
    noRows: 'Aucune ligne ne correspond à ce filtre et à cette recherche.',
    whatToDo: 'Que faire',
    timeLeft: (seconds: number) => `environ ${formatDuration('fr', seconds)}`,
    of: (done: number, total: number) => `${formatNumber('fr', done)} sur ${formatNumber('fr', total)}`,
    pageFailed: 'Cette page n’a pas pu être chargée.',
    dateTime: (epochMs: number) => formatDateTime('fr', epochMs),
    shortTime: (epochMs: number) => formatShortTime('fr', epochMs),
    trace: (id: string) => `Référence : ${id}`,
  },
  update: {
    ready: 'Une nouvelle version est prête.',
    apply: 'Mettre à jour',
    wait: 'Elle sera installée après le travail en cours.',
  },
  vault: {
    title: 'Coffre de ce poste',
    lead: 'Tout ce que cette page lit reste sur ce poste, chiffré. Choisissez la phrase de passe qui l’ouvrira : elle ne se récupère pas.',
    passphrase: 'Phrase de passe',
    confirm: 'Confirmer la phrase de passe',
    hint: 'Au moins 12 caractères. Quatre mots sans lien font une bonne phrase.',
    create: 'Créer le coffre',
    creating: 'Création du coffre…',
    unlockLead: 'Le coffre est verrouillé. Un envoi déjà confirmé continue ; pour voir et importer, ouvrez-le.',
    unlock: 'Déverrouiller',
    unlocking: 'Ouverture du coffre…',
    opened: 'Le coffre est ouvert. Il se verrouille après 30 minutes sans activité.',
    lockNow: 'Verrouiller',
    unlockWithPasskey: 'Ouvrir avec la clé d’accès',
    changeTitle: 'Changer la phrase de passe',
    current: 'Phrase de passe actuelle',
    next: 'Nouvelle phrase de passe',
    confirmNext: 'Confirmer la nouvelle phrase de passe',
    change: 'Changer la phrase de passe',
    changing: 'Changement…',
    changed: 'La phrase de passe est changée. L’ancienne n’ouvre plus ce coffre.',
    passkeysTitle: 'Clés d’accès',
    passkeysLead:
      'Windows Hello ou une clé de sécurité ouvrent le coffre sans phrase de passe. Gardez la phrase : elle seule reste si l’appareil se perd.',
    passkeysUnsupported: 'Ce navigateur ne propose pas de clé d’accès.',
    passkey: (n: number) => `Clé d’accès ${n}`,
    addPasskey: 'Ajouter une clé d’accès',
    addingPasskey: 'Répondez à la demande du système…',
    remove: 'Retirer',
    removePasskey: (n: number) => `Retirer la clé d’accès ${n}`,
    passkeyAdded: 'La clé d’accès ouvre maintenant ce coffre.',
    device: (fingerprint: string) => `Empreinte de la clé de ce poste : ${fingerprint}`,
  },
  office: {
    title: 'Bureau',
    joinTitle: 'Ce poste doit rejoindre le bureau',
    joinLead:
      'GEM-BOOKS connaît déjà un bureau. Pour reconnaître les mêmes clients et ne rien envoyer deux fois, ce poste doit en recevoir la clé avant d’envoyer.',
    passphrase: 'Phrase de passe du bureau',
    confirm: 'Confirmer la phrase de passe du bureau',
    join: 'Rejoindre ce bureau',
    joining: 'Vérification…',
    newTitle: 'Nouveau bureau',
    newLead:
      'Aucun bureau n’existe encore dans GEM-BOOKS. Créez-le une seule fois, sur le premier poste ; les autres postes le rejoindront avec cette phrase de passe.',
    create: 'Créer le nouveau bureau',
    creating: 'Création du bureau…',
    joined: (id: string) => `Ce poste fait partie du bureau ${id.slice(0, 8)}.`,
    unknown: 'Le bureau sera vérifié dès que GEM-BOOKS répondra.',
    changeTitle: 'Changer la phrase de passe du bureau',
    changeLead:
      'Elle ne sert qu’aux postes qui rejoindront le bureau. Ceux qui en font partie continuent sans la retaper.',
    next: 'Nouvelle phrase de passe du bureau',
    confirmNext: 'Confirmer la nouvelle phrase de passe du bureau',
    change: 'Changer la phrase du bureau',
    changed: 'La phrase de passe du bureau est changée.',
    exportTitle: 'Emporter le bureau vers un autre poste',
    exportLead:
      'Un fichier scellé : la clé du bureau et l’index des clients déjà liés. Il ne s’ouvre qu’avec la phrase de passe du bureau.',
    filePassphrase: 'Phrase de passe du bureau (pour le fichier)',
    confirmFilePassphrase: 'Confirmer la phrase de passe du fichier',
    exportFile: 'Exporter le bureau',
    exported: 'Le fichier du bureau est dans vos téléchargements.',
    importTitle: 'Rejoindre par un fichier du bureau',
    importLead: 'Exporté depuis Configurations, sur un poste qui fait déjà partie du bureau.',
    mergeTitle: 'Ajouter l’index exporté par un autre poste',
    mergeLead: 'Les clients qu’un autre poste a liés sont reconnus ici ; rien de ce que ce poste sait n’est perdu.',
    file: 'Fichier du bureau',
    importFile: 'Ouvrir le fichier du bureau',
    importingFile: 'Ouverture…',
    imported: 'Le fichier du bureau est ouvert ; son index est gardé sur ce poste.',
  },
  sync: {
    label: 'Synchronisation',
    idle: 'Tout est envoyé',
    nothing: 'Rien à envoyer',
    pending: (n: number) => `${count(n, 'envoi', 'envois')} en file`,
    offline: 'Hors ligne',
    offlinePending: (n: number) => `Hors ligne : ${count(n, 'envoi attend', 'envois attendent')}`,
    unreachable: { 'office-server': 'Serveur du bureau injoignable', 'gem-books': 'GEM-BOOKS injoignable' },
    unreachablePending: {
      'office-server': (n: number) => `Serveur du bureau injoignable : ${count(n, 'envoi attend', 'envois attendent')}`,
      'gem-books': (n: number) => `GEM-BOOKS injoignable : ${count(n, 'envoi attend', 'envois attendent')}`,
    },
    paused: 'Envois suspendus',
    pausedPending: (n: number) => `Envois suspendus : ${n} en file`,
    needsSignIn: (n: number) => `Clé refusée : ${count(n, 'envoi attend', 'envois attendent')}`,
    held: (n: number) => count(n, 'retenu', 'retenus'),
    rejected: (n: number) => count(n, 'rejeté', 'rejetés'),
    pause: 'Suspendre les envois',
    resume: 'Reprendre les envois',
  },
  connection: {
    title: 'Connexion à GEM-BOOKS',
    unknown: 'La connexion n’a pas encore été vérifiée.',
    checking: 'Vérification en cours…',
    connected: (company: string) => `Connecté à « ${company} ».`,
    sandbox: 'Bac à sable : rien ne part vers de vrais clients.',
    documentedOnly:
      'Ce GEM-BOOKS offre l’API documentée seulement : les fiches se synchronisent, mais les invitations et les enveloppes attendent l’extension.',
    extension: 'Invitations et enveloppes offertes.',
    failed: 'Connexion impossible',
    check: 'Vérifier la connexion',
    key: 'Clé d’API',
    keyStored: 'Une clé est enregistrée, scellée dans le coffre. Elle n’est plus jamais affichée.',
    keyMissing: 'Aucune clé n’est enregistrée.',
    keyHint: 'Dans GEM-BOOKS : Paramètres, Configurations, onglet API.',
    saveKey: 'Enregistrer la clé',
    replaceKey: 'Remplacer la clé',
    keySaved: 'Clé enregistrée.',
  },
  home: {
    lead: 'Déposez les exports de DT Max ou de Taxprep : tout est lu, comparé et préparé ici, et rien ne part avant « Importer ».',
    stepClients: '1. Synchronisation des clients',
    stepClientsText:
      'Le fichier .csv de DT Max ou .xlsx de Taxprep crée et met à jour les fiches, et invite les nouveaux clients.',
    stepClientsDone: 'Une liste a été synchronisée sur ce poste.',
    stepClientsTodo: 'Aucune liste n’a encore été synchronisée sur ce poste.',
    stepDocuments: '2. Envois des documents',
    stepDocumentsText:
      'Le fichier .zip de formulaires part en enveloppes, une par personne, pour signature ou consultation.',
    stepTracking: '3. Suivi des envois',
    stepTrackingText: 'Chaque envoi avec son état, et la raison de GEM-BOOKS quand il refuse.',
    tryTitle: 'Découvrir sans risque',
    tryText:
      'Un bureau inventé, des clients inventés : le parcours charge les fichiers un à un, vous appuyez sur « Aperçu » et « Importer ».',
    tryButton: 'Essayer avec des données fictives',
    open: (name: string) => `Ouvrir ${name}`,
  },
  walk: {
    title: 'Données fictives',
    step: (n: number, of: number) => `Étape ${n} de ${of}`,
    preview: {
      'clients-dtmax.csv':
        'La liste de clients DT Max fictive est chargée. Appuyez sur « Aperçu » : rien ne part encore.',
      'clients-taxprep.xlsx':
        'Voici la liste Taxprep : des clients déjà connus et de nouveaux. Appuyez sur « Aperçu ».',
      't183-2025.zip':
        'L’archive contient 25 T183 fictifs, dont un porte le NAS d’un autre client. Appuyez sur « Aperçu ».',
    },
    review: {
      'clients-dtmax.csv':
        'Parcourez les filtres, ouvrez une ligne « À mettre à jour », puis appuyez sur « Importer ».',
      'clients-taxprep.xlsx': 'Regardez ce qui est inchangé et ce qui sera créé, puis appuyez sur « Importer ».',
      't183-2025.zip':
        'Ouvrez la ligne bloquée et lisez la concordance ; confirmez le reste, puis appuyez sur « Importer ».',
    },
    imported: 'C’est en file. Passez à la suite quand vous voulez.',
    done: 'Le parcours est terminé : le suivi montre chaque client et chaque enveloppe.',
    next: 'Étape suivante',
    leave: 'Quitter le parcours',
    finish: 'Terminer',
  },
  file: {
    drop: 'Déposez le fichier ici, ou cliquez pour le choisir',
    dropMany: 'Déposez ici un .zip, des PDF ou un dossier, ou cliquez pour les choisir',
    chosen: (names: readonly string[]) =>
      names.length === 1 ? (names[0] ?? '') : count(names.length, 'fichier', 'fichiers'),
    change: 'Changer',
    edit: 'Modifier',
    said: (label: string, value: string) => `${label} : ${value}`,
    required: 'Choisissez d’abord un fichier.',
  },
  clients: {
    title: 'Synchronisation clients',
    software: 'Logiciel',
    softwareName: { 'dt-max': 'DT Max', taxprep: 'Taxprep' } satisfies Record<Software, string>,
    softwareHint: {
      'dt-max': 'Exportez la liste des clients de DT Max en fichier .csv.',
      taxprep: 'Exportez la liste des clients de Taxprep en classeur .xlsx.',
    } satisfies Record<Software, string>,
    type: 'Type de clients',
    typeName: { individuals: 'Particuliers', corporations: 'Entreprises' } satisfies Record<ClientType, string>,
    typeHint: 'Entreprises : sociétés, fiducies',
    manager: 'Chargé de compte',
    managerFromFile: 'Selon la colonne du fichier',
    managerHint: 'Pour les nouveaux clients seulement',
    mode: 'Portée',
    modeName: {
      'create-and-update': 'Créer et mettre à jour',
      'create-only': 'Créer seulement',
      'update-only': 'Mettre à jour seulement',
    } satisfies Record<PlanMode, string>,
    file: 'Fichier',
    preview: 'Aperçu',
    import: 'Importer',
    reading: 'Lecture et comparaison',
    importing: 'Mise en file…',
    cancelled: 'Aperçu annulé. Rien n’est parti.',
    stale: 'Le formulaire a changé depuis l’aperçu : refaites l’aperçu avant d’importer.',
    filter: {
      create: 'À créer',
      update: 'À mettre à jour',
      unchanged: 'Inchangés',
      check: 'À vérifier',
      error: 'En erreur',
      conflict: 'Conflits',
    } satisfies Record<PlanStatus, string>,
    status: {
      create: 'À créer',
      update: 'À mettre à jour',
      unchanged: 'Inchangé',
      check: 'À vérifier',
      error: 'En erreur',
      conflict: 'Conflit',
    } satisfies Record<PlanStatus, string>,
    column: {
      name: 'Nom',
      code: 'No client',
      city: 'Ville',
      email: 'Courriel',
      remark: 'Remarques',
      status: 'État',
      row: 'Ligne',
    },
    diagnosis: {
      title: 'Lecture du fichier',
      sheet: (name: string) => `feuille « ${name} »`,
      header: (row: number) => `en-tête à la ligne ${row}`,
      columns: (known: number, total: number) =>
        known === total
          ? `${count(known, 'colonne reconnue', 'colonnes reconnues')}`
          : `${count(known, 'colonne reconnue', 'colonnes reconnues')} sur ${total}`,
      rows: (n: number) => count(n, 'ligne', 'lignes'),
      columnHeader: 'Colonne du fichier',
      columnField: 'Lue comme',
      columnSample: 'Dans le fichier',
      columnRead: 'Une fois lu',
      ignored: 'ignorée',
      nothing: 'rien',
      decisions: 'Ce qui a été décidé',
      encodingLabel: 'Encodage',
      delimiterLabel: 'Séparateur',
      sheetLabel: 'Feuille',
      headerRowLabel: 'Ligne d’en-tête',
      otherRow: (row: number) => `ligne ${row}`,
      notes: 'À savoir',
      remembered: 'Vos choix sont retenus pour les listes qui ont ces colonnes.',
      forget: 'Revenir à la détection',
      caption: 'Colonnes du fichier et champs reconnus',
    },
    mapping: {
      title: 'Association des colonnes',
      lead: 'Dites ce que contient chaque colonne. Le choix est gardé, scellé, pour les mêmes en-têtes.',
      open: 'Associer les colonnes',
      unknown: (headers: string) => `Colonnes ignorées : ${headers}`,
      header: 'Colonne du fichier',
      samples: 'Exemples',
      field: 'Lue comme',
      fieldOf: (header: string) => `Lue comme : ${header}`,
      noHeader: (column: number) => `Colonne ${column} sans titre`,
      ignore: 'Ignorer',
      ready: 'Les colonnes obligatoires sont associées.',
      problem: {
        'no-name': 'Obligatoire : une colonne du nom (nom de famille, nom complet, ou nom et prénom).',
        'name-alone': 'Obligatoire : une autre colonne que le nom (NAS, no client, courriel…).',
        twice: 'Deux colonnes ne peuvent pas être lues comme le même champ.',
      },
      use: 'Utiliser et refaire l’aperçu',
      forget: 'Oublier cette association',
      cancel: 'Fermer sans changer',
      exportAll: 'Exporter les associations',
      importAll: 'Importer des associations',
      imported: 'Associations importées.',
    },
    detail: {
      label: 'Détail du client',
      noName: 'Sans nom',
      row: (n: number) => `Ligne ${n} du fichier`,
      issues: 'À savoir',
      changes: 'Changements proposés',
      noChange: 'Rien ne change dans GEM-BOOKS.',
      before: 'Avant',
      after: 'Après',
      empty: 'vide',
      accept: 'Accepter',
      accepted: 'Accepté',
      refused: 'Refusé',
      waits: 'Attend votre choix',
      acceptField: (field: string) => `Accepter le changement : ${field}`,
      viaExtension: 'par l’extension',
      creates: 'Nouvelle fiche',
      candidates: 'Est-ce l’un de ces clients de GEM-BOOKS ?',
      candidate: (name: string, code: string, city: string) => listedParts([name, `no ${code}`, city]),
      createAnyway: 'Aucun d’eux : créer une nouvelle fiche',
      undecided: 'Décider plus tard (reste ici)',
      conflict: 'La fiche a changé dans GEM-BOOKS et dans le fichier',
      emailReplaced: 'Le courriel du fichier remplacerait celui de GEM-BOOKS',
      sideField: 'Champ',
      sideKnown: 'Au dernier import',
      candidateSame: 'Rien ne changerait dans cette fiche.',
      keepServer: 'Garder GEM-BOOKS',
      takeFile: 'Prendre le fichier',
      byHand: 'À corriger dans GEM-BOOKS',
      byHandWhy: 'Ce GEM-BOOKS ne permet pas de changer ces champs d’ici : corrigez-les dans la fiche.',
      exclude: 'Laisser de côté',
      excluded: 'Laissé de côté',
      linkedTo: 'Fiche reconnue',
      household: 'Famille',
      identity: 'Fiche',
      sin: 'NAS',
      businessNumber: 'Numéro d’entreprise',
      birthDate: 'Naissance',
      phone: 'Téléphone',
      address: 'Adresse',
      language: 'Langue',
      french: 'français',
      english: 'anglais',
      invitation: 'Invitation',
    },
    correct: {
      rows: (status: string, n: number) => `${status} : ${count(n, 'ligne', 'lignes')} à corriger dans un tableur`,
      how: 'Corrigez le fichier téléchargé sans toucher à la colonne du motif, puis déposez-le ici : ses lignes reprennent leur place.',
      save: (kind: string) => `Télécharger (${kind})`,
      fileName: 'lignes-a-corriger',
      returned: (n: number) =>
        `${count(n, 'ligne corrigée a repris sa place', 'lignes corrigées ont repris leur place')} dans la liste.`,
    },
    options: 'Colonnes, verrous et rapport',
    invitations: {
      title: (n: number) => count(n, 'invitation partira', 'invitations partiront'),
      template: 'Modèle',
      usual: 'Texte de GEM-BOOKS',
      language: 'Langue',
      theirs: 'Celle du client',
    },
    reread: 'Relire les clients de GEM-BOOKS',
    readAt: (epochMs: number) => `Lus le ${formatDateTime('fr', epochMs)}.`,
    managerNames: {
      title: (n: number) => `${count(n, 'chargé de compte inconnu', 'chargés de compte inconnus')} de GEM-BOOKS.`,
      hint: 'Dites une fois qui c’est : ce poste le retient.',
      nobody: 'Personne',
    },
    bulk: {
      emails: (n: number) =>
        `${count(n, 'courriel du fichier remplacerait celui', 'courriels du fichier remplaceraient ceux')} de GEM-BOOKS.`,
      conflicts: (n: number) => `${count(n, 'fiche a changé', 'fiches ont changé')} des deux côtés.`,
      singles: (n: number) => `${count(n, 'ligne a', 'lignes ont')} un seul client possible dans GEM-BOOKS.`,
      keepServer: 'Garder GEM-BOOKS partout',
      takeFile: 'Prendre le fichier partout',
      accept: 'Accepter ces clients',
    },
    report: {
      save: (kind: string) => `Rapport de l’aperçu (${kind})`,
      print: 'Imprimer le rapport',
      masked: 'Les NAS y sont masqués.',
      fileName: 'rapport-clients',
      imported: (kind: string) => `Rapport de l’import (${kind})`,
      importedFile: 'rapport-import',
    },
    columns: 'Colonnes affichées',
    cells: {
      title: 'Corriger la ligne',
      lead: 'Une cellule corrigée est revérifiée aussitôt ; le fichier reste tel quel.',
      edited: 'corrigée ici',
      was: (text: string) => `Dans le fichier : ${text}`,
      undo: 'Rétablir',
      undoOf: (header: string) => `Rétablir la cellule du fichier : ${header}`,
    },
    locks: {
      office: 'Verrouillés pour tout le bureau',
      client: 'Verrouillés pour ce client',
      lock: 'Verrouiller : ',
      byOffice: '(par le bureau)',
      withheld: 'Différences laissées de côté',
      locked: 'champ verrouillé',
      kept: 'GEM-BOOKS gardé auparavant',
      mode: 'création seulement',
      inFile: (text: string, why: string) => `(dans le fichier : ${text} — ${why})`,
    },
    merge: {
      title: 'La même personne, deux fois dans le fichier ?',
      lead: (row: number) =>
        `Choisissez ce qui vaut, champ par champ, puis fusionnez dans la ligne ${row}. Un champ vide est rempli par l’autre ligne.`,
      action: (row: number) => `Fusionner dans la ligne ${row}`,
      merged: (row: number) => `Fusionnée dans la ligne ${row} du fichier.`,
      undo: 'Défaire la fusion',
      field: {
        clientNumber: 'No client',
        name: 'Nom',
        sin: 'NAS',
        businessNumber: 'Numéro d’entreprise',
        birthDate: 'Naissance',
        email: 'Courriel',
        phone: 'Téléphone',
        address: 'Adresse',
        language: 'Langue',
        accountManager: 'Chargé de compte',
      } satisfies Record<MergeField, string>,
    },
    relation: { head: 'chef de famille', spouse: 'conjoint', dependant: 'personne à charge' } satisfies Record<
      HouseholdRelation,
      string
    >,
    basis: {
      'office-index': 'par l’index du bureau (NAS ou NE déjà lié)',
      'code-and-name': 'par le numéro de client et le nom',
      'name-and-email': 'par le nom et le courriel',
      'name-and-postal-code': 'par le nom et le code postal',
      'name-and-phone': 'par le nom et le téléphone',
      chosen: 'choisie par vous',
    } satisfies Record<LinkBasis, string>,
    invitation: {
      invite: 'Une invitation partira à cette adresse.',
      'with-another-row': 'La même invitation sert plusieurs personnes à cette adresse.',
      'already-invited': 'Cette adresse a déjà été invitée.',
      'no-email': 'Pas de courriel : voie « Papier / au bureau ».',
      unavailable: 'Les invitations ne sont pas offertes par ce GEM-BOOKS.',
      'not-new': 'Client existant : aucune nouvelle invitation.',
      represented: 'Aucune invitation : une autre personne signe pour ce client.',
    } satisfies Record<InvitationPlan, string>,
    field: {
      address: 'Adresse',
      address2: 'Adresse (suite)',
      city: 'Ville',
      state: 'Province',
      zipcode: 'Code postal',
      phone: 'Téléphone',
      name: 'Nom',
      email: 'Courriel',
      language: 'Langue',
    } satisfies Record<UpdatableField, string>,
    summary: (plan: {
      readonly create: number;
      readonly update: number;
      readonly invitations: number;
      /** Known to GEM-BOOKS as they are, and new to this workstation. */
      readonly keeping: number;
      readonly byHand: number;
      readonly manager: string | null;
    }) => {
      if (plan.create + plan.update + plan.invitations === 0) {
        return plan.keeping > 0
          ? `Rien ne part : ${count(plan.keeping, 'client reconnu sera gardé', 'clients reconnus seront gardés')} sur ce poste, pour y associer les documents.`
          : plan.byHand > 0
            ? 'Rien ne part.'
            : 'Rien à importer.';
      }
      const parts = [
        ...(plan.create > 0 ? [`${count(plan.create, 'client sera créé', 'clients seront créés')}`] : []),
        ...(plan.update > 0
          ? [
              plan.create > 0
                ? `${formatNumber('fr', plan.update)} mis à jour`
                : count(plan.update, 'client sera mis à jour', 'clients seront mis à jour'),
            ]
          : []),
        ...(plan.invitations > 0 ? [count(plan.invitations, 'invitation partira', 'invitations partiront')] : []),
        ...(plan.keeping > 0
          ? [count(plan.keeping, 'fiche inchangée sera gardée', 'fiches inchangées seront gardées') + ' sur ce poste']
          : []),
      ];
      const manager = plan.create > 0 && plan.manager ? ` Chargé de compte : ${plan.manager}.` : '';
      return `${parts.join(', ')}.${manager}`;
    },
    held: (n: number) =>
      `${count(n, 'courriel est retenu', 'courriels sont retenus')} faute de choix : les enveloppes attendront.`,
    toCorrect: (n: number) => `${count(n, 'champ ira', 'champs iront')} dans la liste « À corriger dans GEM-BOOKS ».`,
    staying: (stay: {
      readonly check: number;
      readonly error: number;
      readonly conflict: number;
      readonly excluded: number;
      readonly unchanged: number;
    }) => {
      const kept = [
        ...(stay.check > 0 ? [`${formatNumber('fr', stay.check)} à vérifier`] : []),
        ...(stay.error > 0 ? [`${formatNumber('fr', stay.error)} en erreur`] : []),
        ...(stay.conflict > 0 ? [`${formatNumber('fr', stay.conflict)} en conflit`] : []),
        ...(stay.excluded > 0
          ? [`${formatNumber('fr', stay.excluded)} ${agree(stay.excluded, 'laissé', 'laissés')} de côté`]
          : []),
      ];
      const unchanged =
        stay.unchanged > 0
          ? `${formatNumber('fr', stay.unchanged)} ${agree(stay.unchanged, 'inchangé', 'inchangés')}.`
          : '';
      return [
        ...(kept.length > 0 ? [`Restent ici : ${listed('fr', kept)}.`] : []),
        ...(unchanged ? [unchanged] : []),
      ].join(' ');
    },
    imported: 'La liste est en file. Les fiches et les invitations partent maintenant, une seule fois chacune.',
    results: 'Résultats par client',
    seeTracking: 'Voir le suivi des envois',
    another: 'Importer un autre fichier',
  },
  documents: {
    title: 'Envois des documents',
    type: 'Type de document',
    byContent: 'Selon le contenu',
    form: {
      T183: 'T183',
      T183CORP: 'T183CORP',
      T183TRUST: 'T183TRUST',
      'TP-1000.TE': 'TP-1000.TE',
      'CO-1000.TE': 'CO-1000.TE',
      T1: 'Déclaration T1',
      'TP-1': 'Déclaration TP-1',
      T2: 'T2',
      'CO-17': 'CO-17',
      T3: 'T3',
      'MR-69': 'MR-69',
      'AUT-01': 'AUT-01',
      'CRA-AUTH': 'Autorisation ARC',
      T1135: 'T1135',
      'TP-274': 'TP-274',
      ENGAGEMENT: 'Lettre de mission',
      'CLIENT-LETTER': 'Lettre au client',
      INVOICE: 'Facture',
      INSTALMENTS: 'Acomptes provisionnels',
      OTHER: 'Autre',
    } satisfies Record<FormCode, string>,
    /** One choice covers the federal return and its Quebec twin. */
    formChoice: { T1: 'Déclaration T1/TP-1', T2: 'T2/CO-17' } as Readonly<Partial<Record<FormCode, string>>>,
    naming: 'Nomenclature',
    namingDetect: 'Détecter',
    namingNone: 'aucune reconnue',
    namingDetectHint: 'Reconnue pour chaque fichier, d’après son nom',
    namingHint: {
      N1: '123456789 - Simon Provencher.pdf',
      N2: 'Simon Provencher - 123456789.pdf',
      N3: '1962 - Simon Provencher.pdf',
      N4: 'PROV123456789001.pdf',
      N5: '2025 T183 - Simon Provencher.pdf',
      N6: 'PROV01-T1-2025-Simon Provencher.pdf',
      N7: '123456789_2025_T183.pdf',
      N8: '123456789RC0001 Les Entreprises Fictives inc. 2025-12-31.pdf',
      N9: 'Aucune encore : Configurations › Nomenclatures',
    } satisfies Record<NamingCode, string>,
    year: 'Année',
    template: 'Modèle de courriel',
    noTemplate: 'Aucun modèle reçu de GEM-BOOKS',
    folder: 'Titre du dossier sécurisé',
    folderDefault: (year: number) => `Documents d’impôts ${year}`,
    file: 'Fichier .zip',
    preview: 'Aperçu',
    import: 'Importer',
    confirmAll: 'Tout confirmer',
    notSynchronised:
      'Aucune liste de clients n’a été synchronisée sur ce poste : les documents ne pourront pas être associés.',
    clientsWaiting: 'Des fiches clients sont encore en file : leurs documents attendront, puis partiront d’eux-mêmes.',
    goSynchronise: 'Synchroniser d’abord les clients',
    reading: 'Lecture des documents',
    preparing: 'Préparation et scellage',
    cancelled: 'Arrêté. Rien n’est parti.',
    stale: 'Le formulaire a changé depuis l’aperçu : refaites l’aperçu avant d’importer.',
    password: {
      locked: (count: number) =>
        count === 1
          ? 'Un document est protégé par un mot de passe.'
          : `${count} documents sont protégés par un mot de passe.`,
      label: 'Mot de passe',
      hint: 'Demandé une fois pour tout le lot, jamais conservé. Les destinataires ouvriront leurs documents sans lui.',
      wrong: 'Ce mot de passe n’ouvre pas ces documents. Vérifiez-le, ou laissez-les : le reste du lot peut partir.',
      open: 'Ouvrir',
    },
    shifted:
      'Plusieurs fichiers consécutifs portent le document de leur voisin : la série semble décalée. Rien ne partira de ce lot ; refaites l’export.',
    filter: {
      ready: 'Prêts',
      confirm: 'À confirmer',
      check: 'À vérifier',
      blocked: 'Bloqués',
      unmatched: 'Documents non associés',
      'already-sent': 'Déjà envoyés',
      refused: 'Refusés',
    } satisfies Record<DocumentStatus, string>,
    /** Where GEM-BOOKS takes no envelope: what would have been sent was prepared. */
    filterPrepared: 'Déjà préparés',
    status: {
      ready: 'Prêt',
      confirm: 'À confirmer',
      check: 'À vérifier',
      blocked: 'Bloqué',
      unmatched: 'Non associé',
      'already-sent': 'Déjà envoyé',
      refused: 'Refusé',
    } satisfies Record<DocumentStatus, string>,
    column: {
      file: 'Fichier',
      client: 'Client',
      form: 'Document',
      concordance: 'Concordance',
      fields: 'Signature',
      status: 'État',
    },
    concordance: 'Concordance',
    grade: {
      full: 'Complète : numéro entier et nom concordants',
      masked: 'NAS masqué et nom concordants',
      'name-and-postal-code': 'Nom et code postal',
      'name-and-client-number': 'Nom et numéro de client',
      'unique-name': 'Nom unique',
      contradiction: 'Contradiction',
      none: 'Rien de probant',
    } satisfies Record<ConcordanceGrade, string>,
    gradeShort: {
      full: 'Complète',
      masked: 'NAS masqué',
      'name-and-postal-code': 'Nom et code postal',
      'name-and-client-number': 'Nom et no client',
      'unique-name': 'Nom unique',
      contradiction: 'Contradiction',
      none: 'Aucune',
    } satisfies Record<ConcordanceGrade, string>,
    fieldCount: (n: number) => count(n, 'champ', 'champs'),
    consultation: 'Aucun : pour consultation',
    unplaced: 'À placer',
    field: {
      signature: 'Signature',
      initials: 'Initiales',
      date: 'Date',
      time: 'Heure',
      name: 'Nom',
      title: 'Titre',
    } satisfies Record<FieldKind, string>,
    timePart: { hh: 'HH', mm: 'MM', ss: 'SS', all: 'Heure' } satisfies Record<TimePart, string>,
    role: {
      taxpayer: 'contribuable',
      spouse: 'conjoint',
      officer: 'dirigeant',
      representative: 'représentant',
    } satisfies Record<SignerRole, string>,
    placement: {
      'anchor-and-table': 'Trouvée dans le texte et confirmée par le gabarit',
      anchor: 'Trouvée dans le texte',
      table: 'Selon le gabarit de signature',
      office: 'Selon le gabarit de votre bureau',
      'by-hand': 'Placée à la main',
    } satisfies Record<PlacementBasis, string>,
    placing: {
      move: 'Déplacer les champs',
      place: 'Placer les champs à la main',
      help: 'Glissez un champ, ou choisissez-le et pressez les flèches (Maj : dix points ; Alt : la taille ; Suppr : le retirer).',
      add: 'Champ à ajouter',
      newField: {
        signature: 'Signature',
        date: 'Date',
        'time-boxes': 'Heure (HH, MM, SS)',
        'time-all': 'Heure (un seul champ)',
        initials: 'Initiales',
        name: 'Nom',
        title: 'Titre',
      },
      signer: 'Signataire',
      addHere: 'Ajouter sur cette page',
      remove: 'Retirer le champ choisi',
      forThis: 'Pour ce document seulement',
      forOffice: 'Enregistrer comme gabarit du bureau',
      forOfficeHint: (form: string, year: number) =>
        `Le gabarit du bureau vaudra pour chaque document « ${form} » ${year} de même impression, dans ce lot et les suivants.`,
      notKeepable: 'Formulaire ou année inconnus : les champs ne peuvent être placés que pour ce document.',
      takeBack: 'Revenir au gabarit',
      cancel: 'Annuler',
      fieldAt: (label: string, left: number, top: number) =>
        `${label}, à ${left} points du bord gauche et ${top} points du haut`,
    },
    positionToValidate: 'Position à valider',
    unplacedReason: {
      'no-layout': 'Aucun gabarit de signature pour ce formulaire et cette année.',
      disagreement: 'Le texte et le gabarit ne s’accordent pas sur la place de la signature.',
      'no-anchor-no-table': 'Ni le texte ni un gabarit n’indique la place de la signature.',
    },
    detail: {
      label: 'Détail du document',
      issues: 'À savoir',
      recipients: 'Destinataire',
      noRecipient: 'Personne : ce document ne part pas.',
      noEmail: 'pas de courriel',
      document: 'Document',
      form: 'Formulaire',
      year: 'Année',
      pages: (n: number) => count(n, 'page', 'pages'),
      size: 'Taille',
      naming: 'Nomenclature',
      unknown: 'inconnu',
      fields: 'Position des champs',
      supports: 'concorde',
      contradicts: 'contredit',
      fileName: 'Nom du fichier',
      onPage: (page: number) => `page ${page}`,
      confirm: 'Confirmer',
      undo: 'Revenir sur ma décision',
      setAside: 'Mettre de côté',
      setAsideReason: 'Raison (gardée au journal)',
      setAsideDefault: 'À traiter hors du lot',
      isSetAside: 'Mis de côté',
      confirmed: 'Confirmé par vous',
      assigned: 'Associé par vous',
      assign: 'Associer à un client',
      assignSearch: 'Rechercher un client',
      assignTo: (name: string) => `Associer à ${name}`,
      noClient: 'Aucun client de ce poste ne porte ce nom.',
      page: (page: number, of: number) => `Page ${page} de ${of}`,
      previousPage: 'Page précédente',
      nextPage: 'Page suivante',
      zoomIn: 'Agrandir',
      zoomOut: 'Réduire',
      zoom: (percent: number) => `${percent}\u00a0%`,
      pageImage: (page: number, of: number) => `Image de la page ${page} de ${of}`,
      viewer: 'Pages du document',
      enlarge: 'Voir en grand',
      deliveredBy: (by: string, at: number) => `Déjà envoyé le ${formatDateTime('fr', at)} par ${by}.`,
      deliveredHere: (at: number) =>
        `Déjà envoyé, ou en file, depuis ce poste : confirmé le ${formatDateTime('fr', at)}.`,
      preparedHere: (at: number, step: 'prepared' | 'exported' | 'transmitted') =>
        `Déjà préparé sur ce poste le ${formatDateTime('fr', at)} : ${{ prepared: 'pas encore exporté', exported: 'exporté, pas encore noté transmis', transmitted: 'transmis à la main' }[step]}.`,
      alreadyPrepared: 'Déjà préparé',
      noImage: 'Cette page ne peut pas être affichée.',
    },
    summary: (plan: {
      readonly documents: number;
      readonly envelopes: number;
      readonly people: number;
      readonly template: string | null;
    }) => {
      if (plan.documents === 0) return 'Rien à importer.';
      const verb = agree(plan.envelopes, 'partira', 'partiront');
      const template = plan.template ? `, avec le modèle « ${plan.template} »` : '';
      return `${count(plan.envelopes, 'enveloppe', 'enveloppes')} (${count(plan.documents, 'document', 'documents')}) ${verb} à ${count(plan.people, 'personne', 'personnes')}${template}.`;
    },
    summaryByHand: (envelopes: number, documents: number) =>
      documents === 0
        ? 'Rien à importer.'
        : `${count(envelopes, 'enveloppe sera préparée', 'enveloppes seront préparées')} (${count(documents, 'document', 'documents')}), à exporter puis à transmettre à la main : rien ne part d’ici.`,
    importedByHand: (envelopes: number) =>
      `${count(envelopes, 'enveloppe est scellée', 'enveloppes sont scellées')} sur ce poste. Rien n’est parti : exportez le paquet, puis déposez-le dans GEM-BOOKS.`,
    staying: (
      stay: Readonly<Record<Exclude<DocumentStatus, 'ready'>, number>> & { readonly setAside: number },
      why: string | null,
    ) => {
      const kept = [
        ...(stay.confirm > 0 ? [`${stay.confirm} à confirmer`] : []),
        ...(stay.check > 0 ? [`${stay.check} à vérifier`] : []),
        ...(stay.blocked > 0 ? [`${count(stay.blocked, 'bloqué', 'bloqués')}${why ? ` (${why})` : ''}`] : []),
        ...(stay.unmatched > 0 ? [count(stay.unmatched, 'non associé', 'non associés')] : []),
        ...(stay['already-sent'] > 0 ? [count(stay['already-sent'], 'déjà envoyé', 'déjà envoyés')] : []),
        ...(stay.refused > 0 ? [count(stay.refused, 'refusé', 'refusés')] : []),
        ...(stay.setAside > 0 ? [`${stay.setAside} mis de côté`] : []),
      ];
      return kept.length === 0 ? '' : `Restent ici : ${listed('fr', kept)}.`;
    },
    imported: (envelopes: number) =>
      `${count(envelopes, 'enveloppe est scellée et en file', 'enveloppes sont scellées et en file')}. Chacune part une seule fois, même si cette page se ferme.`,
    refusedAfter: (n: number) =>
      `${count(n, 'document n’a pas pu être préparé', 'documents n’ont pas pu être préparés')} et ${agree(n, 'reste', 'restent')} ici.`,
    seeTracking: 'Voir le suivi des envois',
    results: 'Résultats par enveloppe',
    another: 'Préparer un autre envoi',
  },
  tracking: {
    title: 'Suivi des envois',
    lead: 'Chaque client et chaque enveloppe, avec son état et les mots de GEM-BOOKS quand il refuse.',
    empty: 'Aucun envoi pour le moment. Ce que vous importez apparaît ici aussitôt.',
    column: { name: 'Client', what: 'Envoi', when: 'Mis en file', state: 'État' },
    lane: {
      waiting: 'En file',
      sending: 'En cours',
      sent: 'Envoyé',
      rejected: 'Rejeté par GEM-BOOKS',
      held: 'Retenu',
      conflict: 'Conflit',
      'needs-sign-in': 'Clé à vérifier',
      'already-sent': 'Déjà envoyé',
      cancelled: 'Annulé',
      'to-correct': 'À corriger',
      corrected: 'Corrigé',
      'to-export': 'À exporter',
      exported: 'Exporté, à transmettre à la main',
      transmitted: 'Transmis à la main',
      'signed-by-hand': 'Signé, noté à la main',
    } satisfies Record<TrackingLane, string>,
    filter: {
      waiting: 'En file',
      sending: 'En cours',
      sent: 'Envoyés',
      rejected: 'Rejetés par GEM-BOOKS',
      held: 'Retenus',
      conflict: 'Conflits',
      'needs-sign-in': 'Clé à vérifier',
      'already-sent': 'Déjà envoyés',
      cancelled: 'Annulés',
      'to-correct': 'À corriger',
      corrected: 'Corrigés',
      'to-export': 'À exporter',
      exported: 'Exportés, à transmettre à la main',
      transmitted: 'Transmis à la main',
      'signed-by-hand': 'Signés, notés à la main',
    } satisfies Record<TrackingLane, string>,
    step: {
      'client-create': 'Création de la fiche',
      'client-update': 'Mise à jour de la fiche',
      'client-patch': 'Nom, courriel ou langue',
      invitation: 'Invitation',
      upload: 'Dépôt du document',
      envelope: 'Enveloppe',
      'envelope-send': 'Envoi du courriel',
      'envelope-remind': 'Rappel',
      'envelope-void': 'Retrait de l’enveloppe',
      'tasks-bulk': 'Modification de tâches',
      'task-update': 'Modification d’une tâche',
      'client-reminder': 'Rappel dans GEM-BOOKS',
      'hand-correction': 'Correction à la main',
      'hand-envelope': 'Enveloppe à transmettre à la main',
    } satisfies Record<TrackingStepKind, string>,
    clientRecord: 'Fiche client',
    invitationTo: (email: string) => `Invitation à ${email}`,
    unknownClient: 'Client',
    detail: 'Détail de l’envoi',
    steps: 'Étapes',
    attempts: (n: number) => count(n, 'tentative', 'tentatives'),
    nextTry: (epochMs: number) => `prochain essai : ${formatDateTime('fr', epochMs)}`,
    at: (epochMs: number) => formatDateTime('fr', epochMs),
    waitsForStep: 'attend l’étape précédente',
    ambiguous: 'Réponse perdue : vérification avant tout nouvel essai.',
    serverSays: 'GEM-BOOKS répond',
    serverStatus: (status: number, code: string) => `Code ${status} · ${code}`,
    deliveredBy: (by: string, at: string) => `Déjà envoyé le ${formatDateTime('fr', Date.parse(at))} par ${by}`,
    conflictTitle: 'La fiche a changé dans GEM-BOOKS depuis l’aperçu :',
    expected: 'Attendu',
    found: 'Trouvé',
    heldBecause: 'Retenu',
    retry: 'Réessayer',
    rejected: (n: number) =>
      `${count(n, 'rejeté', 'rejetés')} par GEM-BOOKS. Corrigez-en la cause, puis réessayez : rien ne part deux fois.`,
    retryRejected: 'Réessayer les rejetés',
    hold: 'Retenir',
    release: 'Libérer',
    cancel: "Annuler l'envoi",
    cancelRequested: 'Annulation demandée : accordée si rien n’est encore arrivé.',
  },
  packages: {
    title: 'Paquets à transmettre à la main',
    lead: 'Ce GEM-BOOKS n’offre pas notre extension : les enveloppes préparées s’exportent en un fichier .zip, un dossier par client, à déposer vous-même dans les dossiers sécurisés. Exporté n’est pas envoyé : notez ici ce que vous avez transmis.',
    batch: (epochMs: number) => `Import du ${formatDateTime('fr', epochMs)}`,
    counts: (all: number, exported: number, transmitted: number) =>
      [
        count(all, 'enveloppe', 'enveloppes'),
        exported === 0 ? 'aucune exportée' : count(exported, 'exportée', 'exportées'),
        transmitted === 0 ? 'aucune transmise à la main' : `${count(transmitted, 'transmise', 'transmises')} à la main`,
      ].join(' · '),
    export: 'Exporter le paquet (.zip)',
    exportAgain: 'Exporter de nouveau',
    part: (n: number, of: number) => `Partie ${n} de ${of}`,
    progress: 'Écriture du paquet',
    done: 'Le paquet est écrit. Il contient les documents en clair : gardez-le dans un dossier protégé et supprimez-le une fois transmis.',
    fileName: (day: string, part: number | null) =>
      `envois-gem-books-${day}${part === null ? '' : `-partie-${part}`}.zip`,
    day: 'Date',
    transmitted: 'Transmis le',
    signed: 'Signé le',
    exportedOn: (day: string) => `Exporté le ${day} : pas encore transmis pour autant`,
    transmittedOn: (day: string) => `Transmis le ${day}, noté à la main`,
    signedOn: (day: string) => `Signé le ${day}, noté à la main`,
    undoTransmitted: 'Annuler « Transmis »',
    undoSigned: 'Annuler « Signé »',
    notYet: 'Pas encore exporté : exportez le paquet depuis Suivi des envois.',
    remindOn: 'Rappel le',
    remind: (clients: number) => `Créer un rappel par client (${formatNumber('fr', clients)})`,
    reminded: (clients: number) =>
      `${count(clients, 'rappel', 'rappels')} en route vers GEM-BOOKS. Un client n’en a qu’un par import.`,
    reminder: {
      title: (documents: number) => `Impôt Sync : ${count(documents, 'document', 'documents')} à suivre`,
      notes: (folders: readonly string[], followUps: readonly string[]) =>
        `Dossier sécurisé : ${folders.map((folder) => `« ${folder} »`).join(', ')}. ${followUps.length === 0 ? '' : `Suivi le ${followUps.join(', ')}. `}À déposer d’après le paquet exporté, si ce n’est fait, puis à suivre jusqu’à la signature.`,
    },
    followUp: {
      fileName: 'suivi.csv',
      header: {
        code: 'Code client',
        client: 'Client',
        recipient: 'Destinataire',
        email: 'Courriel',
        language: 'Langue',
        folderTitle: 'Titre du dossier sécurisé',
        labels: 'Étiquettes',
        followUpOn: 'Suivi le',
        purpose: 'Usage',
        document: 'Document',
        year: 'Année',
        path: 'Fichier',
        transmitted: 'Transmis le',
        signed: 'Signé le',
        remarks: 'Remarques',
      },
      purpose: { signature: 'Signature', consultation: 'Consultation' },
      language: { fr: 'Français', en: 'Anglais' },
    },
  },
  corrections: {
    title: 'À corriger dans GEM-BOOKS',
    lead: 'Ce GEM-BOOKS ne permet pas de changer ces champs d’ici. Corrigez-les dans la fiche du client, puis notez-le : rien n’est marqué fait de lui-même, sauf ce qu’une lecture de GEM-BOOKS montre corrigé.',
    empty: 'Rien à corriger à la main. Ce que GEM-BOOKS ne laisse pas changer d’ici paraîtra dans cette liste.',
    notice: (n: number) => `${count(n, 'champ à corriger', 'champs à corriger')} à la main dans GEM-BOOKS.`,
    open: 'Ouvrir la liste',
    filter: { open: 'À corriger', done: 'Faits' },
    state: { open: 'À corriger', hand: 'Fait', recognised: 'Reconnu dans GEM-BOOKS' },
    column: { client: 'Client', code: 'Code', fields: 'Champs', state: 'État' },
    detail: 'Détail des corrections',
    askedOn: (day: string) => `Relevé le ${day}`,
    recordWaits: 'La fiche n’est pas encore créée dans GEM-BOOKS : attendez qu’elle le soit.',
    day: 'Fait le',
    mark: 'Fait',
    double: 'Fiche en double',
    toRemove: 'à supprimer, après vérification',
    record: (id: string) => `fiche n° ${id}`,
    markField: (field: string) => `Fait : ${field}`,
    undo: 'Annuler',
    undoField: (field: string) => `Annuler : ${field}`,
    doneOn: (day: string) => `Fait le ${day}, noté à la main`,
    recognisedOn: (day: string) => `Reconnu le ${day} : GEM-BOOKS montre la nouvelle valeur`,
    download: 'Télécharger la liste (CSV)',
    fileName: 'a-corriger-gem-books.csv',
    check: 'Vérifier dans GEM-BOOKS',
    checked: (n: number) =>
      n === 0
        ? 'GEM-BOOKS a été lu : rien de nouveau n’y est corrigé.'
        : `${count(n, 'correction reconnue', 'corrections reconnues')} dans GEM-BOOKS.`,
    csv: {
      code: 'Code client',
      client: 'Client',
      field: 'Champ',
      before: 'Dans GEM-BOOKS',
      after: 'À inscrire',
      askedAt: 'Relevé le',
      state: 'État',
      doneOn: 'Fait le',
    },
  },
  followUp: {
    views: 'Vues du suivi',
    all: 'Toutes',
    view: {
      sendings: 'Envois de ce poste',
      envelopes: 'Enveloppes du bureau',
      ready: 'Prêt à transmettre',
      dates: 'Dates de signature',
    } satisfies Record<TrackingView, string>,
    readAt: (epochMs: number) => `Lues dans GEM-BOOKS le ${formatDateTime('fr', epochMs)}`,
    refresh: 'Actualiser',
    empty: 'GEM-BOOKS n’a encore aucune enveloppe de ce bureau.',
    column: { documents: 'Documents', sent: 'Envoyée le' },
    status: {
      draft: 'Brouillon',
      sent: 'Envoyée',
      opened: 'Ouverte',
      signed: 'Signée',
      refused: 'Signature refusée',
      expired: 'Expirée',
      voided: 'Annulée',
    } satisfies Record<EnvelopeStatus, string>,
    filter: {
      draft: 'Brouillons',
      sent: 'Envoyées',
      opened: 'Ouvertes',
      signed: 'Signées',
      refused: 'Signatures refusées',
      expired: 'Expirées',
      voided: 'Annulées',
    } satisfies Record<EnvelopeStatus, string>,
    awaited: 'Signature attendue',
    consulted: 'Consultée',
    detail: 'Détail de l’enveloppe',
    people: 'Signataires et destinataires',
    progress: (recipient: Pick<FollowedRecipient, 'status' | 'openedAt' | 'signedAt' | 'refusedAt'>) => {
      const at = (instant: string | null) =>
        instant === null ? '' : ` le ${formatDateTime('fr', Date.parse(instant))}`;
      switch (recipient.status) {
        case 'waiting':
          return 'N’a pas encore ouvert l’enveloppe';
        case 'opened':
          return `A ouvert l’enveloppe${at(recipient.openedAt)}`;
        case 'signed':
          return `A signé${at(recipient.signedAt)}`;
        case 'refused':
          return `A refusé de signer${at(recipient.refusedAt)}`;
        case 'unknown':
          return 'État non précisé par GEM-BOOKS';
      }
    },
    remind: 'Envoyer un rappel',
    remindAll: (n: number) => `Envoyer un rappel à ${count(n, 'enveloppe en attente', 'enveloppes en attente')}`,
    reminded: 'Le rappel est en file. Il ne part pas si la personne signe d’ici là.',
    takeBackText:
      'Plus personne ne pourra ouvrir cette enveloppe. Les mêmes documents pourront être envoyés de nouveau.',
    reason: 'Raison (facultative, gardée par GEM-BOOKS)',
    keep: 'Garder l’enveloppe',
    takenBack: 'L’annulation est en file.',
    save: 'Enregistrer la copie signée',
    savedHere: 'Enregistrée depuis ce poste',
    goesOn: (day: string) => `GEM-BOOKS peut éliminer ce dossier à partir du ${day}.`,
    history: 'Historique',
    event: (kind: string, who: string, by: string, epochMs: number) => {
      const words: Readonly<Record<string, string>> = {
        created: 'Préparée',
        sent: 'Envoyée',
        opened: 'Ouverte',
        signed: 'Signée',
        refused: 'Signature refusée',
        completed: 'Signée par tous',
        reminded: 'Rappel envoyé',
        expired: 'Expirée',
        voided: 'Annulée',
      };
      const person = who === '' ? by : who;
      return `${formatDateTime('fr', epochMs)} · ${words[kind] ?? kind}${person === '' ? '' : ` · ${person}`}`;
    },
    vanishing: (n: number) =>
      `${count(n, 'enveloppe signée n’a pas été enregistrée', 'enveloppes signées n’ont pas été enregistrées')}. GEM-BOOKS peut éliminer ${n < 2 ? 'son dossier' : 'leurs dossiers'} d’ici 30 jours : enregistrez les copies signées. L’ARC demande de garder un T183 signé six ans.`,
    copies: 'Copies signées',
    noCopies: 'Aucune copie signée pour l’instant.',
    copiesWaiting: (n: number) =>
      n === 0
        ? 'Toutes les copies signées sont enregistrées.'
        : `${count(n, 'copie signée à enregistrer', 'copies signées à enregistrer')}.`,
    copiesText:
      'Choisissez un dossier du bureau : chaque copie signée s’y enregistre d’elle-même, dans le dossier de son client, tant que cette page est ouverte.',
    chooseFolder: 'Choisir le dossier',
    savingInto: (folder: string) => `Les copies signées s’enregistrent dans « ${folder} ».`,
    noFolders:
      'Ce navigateur n’écrit pas dans un dossier : enregistrez chaque copie depuis le détail de son enveloppe.',
    auto: 'Rappels automatiques',
    autoOn: 'Rappeler de soi-même ceux qui n’ont pas signé',
    ruleField: {
      everyDays: 'Tous les (jours)',
      atMost: 'Au plus (rappels)',
      from: 'À partir de (heure)',
      until: 'Jusqu’à (heure)',
    } satisfies Record<keyof ReminderRule, string>,
    autoText: (rule: ReminderRule) =>
      `Au plus ${count(rule.atMost, 'rappel', 'rappels')} par enveloppe, de ${rule.from} h à ${rule.until} h, jamais le dimanche, tant qu’un poste du bureau est ouvert.`,
    transmission: {
      ready: 'Prêt à transmettre',
      'one-government': 'Un seul gouvernement',
      waiting: 'Signatures attendues',
      stopped: 'Refusé ou expiré',
      transmitted: 'Transmis',
    } satisfies Record<TransmissionState | 'transmitted', string>,
    notSigned: 'pas encore signé',
    signedOn: (epochMs: number) => `signé le ${formatDateTime('fr', epochMs)}`,
    neverSent: (form: string, client: string) =>
      `${form} · ${client} · jamais envoyé (normal si cette déclaration n’existe pas)`,
    transmissionDay: 'Date de transmission',
    markTransmitted: 'Marquer comme transmis',
    notTransmitted: 'Pas encore transmis',
    transmittedOn: (day: string, until: string) => `Transmis le ${day}. À garder jusqu’au ${until}.`,
    signer: 'Signataire',
    date: 'Date',
    time: 'Heure',
    datesLead: 'La date et l’heure à saisir dans DT Max ou Taxprep. Choisissez une ligne pour les copier.',
    datesCsv: 'Enregistrer en CSV',
    datesFile: 'dates-de-signature',
    copyDate: 'Copier la date',
    copyTime: 'Copier l’heure',
    copied: (text: string) => `Copié : ${text}`,
    noDates: 'Aucune signature pour le moment.',
  },
  tasks: {
    title: 'Tâches',
    lead: 'Choisissez des tâches, voyez le changement, puis appliquez-le : il part par la même file que le reste.',
    refresh: 'Actualiser',
    reading: 'Lecture des tâches…',
    readAt: (epochMs: number) => `Lues le ${formatDateTime('fr', epochMs)}`,
    empty: 'Aucune tâche n’a été lue. Vérifiez la connexion, puis actualisez.',
    documentedOnly:
      'Ce GEM-BOOKS n’offre pas notre extension : le client, le responsable et les étiquettes d’une tâche ne se voient ni ne se changent ici. L’état, les dates et la description se changent une tâche à la fois.',
    column: {
      title: 'Tâche',
      client: 'Client',
      assignee: 'Responsable',
      start: 'Début',
      end: 'Échéance',
      state: 'État',
    },
    label: 'Étiquette',
    all: 'Toutes',
    anyone: 'Tous',
    nobody: 'Personne',
    none: 'aucune',
    due: { any: 'Toutes', late: 'En retard', week: 'D’ici 7 jours', none: 'Sans échéance' },
    showClosed: 'Montrer les tâches fermées',
    statusNumber: (status: number) => `État ${status}`,
    pending: 'En file',
    chosen: (n: number) => `${count(n, 'tâche choisie', 'tâches choisies')}`,
    chooseAll: (n: number) => `Choisir les ${formatNumber('fr', n)} tâches affichées`,
    chooseNone: 'Tout désélectionner',
    rowName: (parts: readonly string[], chosen: boolean) =>
      [...parts.filter((part) => part !== ''), ...(chosen ? ['choisie'] : [])].join(' — '),
    edit: 'Modifier',
    bulk: 'Modification de tâches en lot',
    pick: 'Choisissez des tâches dans la liste : d’un clic, avec la barre d’espace, ou une suite de tâches avec Maj.',
    bulkOf: (n: number) =>
      `${count(n, 'tâche choisie', 'tâches choisies')}. Ce que vous laissez à « Ne pas changer » reste tel quel.`,
    keep: 'Ne pas changer',
    dateChoice: { keep: 'Ne pas changer', set: 'Fixer au', move: 'Déplacer de (jours)', clear: 'Enlever' },
    dateOf: (field: string) => `${field} : date`,
    daysOf: (field: string) => `${field} : nombre de jours, négatif pour avancer`,
    textChoice: { keep: 'Ne pas changer', append: 'Ajouter à la suite', replace: 'Remplacer' },
    description: 'Description',
    descriptionText: 'Texte de la description',
    addLabels: 'Ajouter des étiquettes',
    addLabelsHint: 'Séparées par des virgules.',
    removeLabels: 'Enlever des étiquettes',
    outlook: (changed: number, unchanged: number) =>
      `${count(changed, 'tâche changera', 'tâches changeront')}${unchanged > 0 ? ` ; ${count(unchanged, 'est déjà ainsi ou n’est pas touchée', 'sont déjà ainsi ou ne sont pas touchées')}` : ''}.`,
    reversed: (n: number) => `${count(n, 'tâche finirait', 'tâches finiraient')} avant de commencer.`,
    apply: (n: number) => `Appliquer à ${count(n, 'tâche', 'tâches')}`,
    changes: 'Changements',
    andMore: (n: number) => `et ${count(n, 'autre tâche', 'autres tâches')}`,
    field: {
      status: 'État',
      startDate: 'Début',
      endDate: 'Échéance',
      description: 'Description',
      assigneeId: 'Responsable',
      labels: 'Étiquettes',
    } satisfies Record<TaskField, string>,
    changed: (n: number) => `Modification de ${count(n, 'tâche', 'tâches')}`,
    last: 'Dernières modifications',
    at: (epochMs: number) => formatDateTime('fr', epochMs),
    result: (done: number, left: number, refused: number) =>
      `${[
        count(done, 'tâche modifiée', 'tâches modifiées'),
        ...(left > 0 ? [`${formatNumber('fr', left)} en file`] : []),
        ...(refused > 0 ? [count(refused, 'refusée', 'refusées')] : []),
      ].join(', ')}.`,
    refusedList: 'Tâches que GEM-BOOKS a refusées',
    number: (id: number) => `nº ${id}`,
    follow: 'Suivre l’envoi',
    undo: (n: number) => `Annuler la modification de ${count(n, 'tâche', 'tâches')}`,
    nameStatuses: 'Nommer les états',
    nameStatusesHint: 'GEM-BOOKS ne donne que leur numéro. Les noms restent sur ce poste.',
    refused: {
      changed: 'Changée entre-temps dans GEM-BOOKS. Actualisez, puis reprenez-la.',
      gone: 'N’existe plus dans GEM-BOOKS.',
      cancelled: 'Annulée avant d’être envoyée.',
      says: (detail: string) => `GEM-BOOKS répond : ${detail}`,
      other: (status: number, code: string) => `Refusée par GEM-BOOKS (${status} · ${code}).`,
    },
  },
  settings: {
    sections: 'Sections de la page',
    layouts: {
      title: 'Gabarits de signature du bureau',
      lead: 'Où ce bureau place les champs à signer, par formulaire, année et impression. On les enregistre depuis les pages d’un document, dans l’aperçu d’un envoi.',
      none: 'Aucun gabarit de bureau : les places viennent du texte des formulaires et des gabarits du produit.',
      name: (form: string, year: number, dtMax: boolean, width: number, height: number) =>
        `${form}, ${year}, ${dtMax ? 'impression DT Max' : 'autre impression'}, ${width} × ${height} points`,
      fields: (n: number) => count(n, 'champ', 'champs'),
      forget: 'Oublier',
      forgetOne: (name: string) => `Oublier le gabarit : ${name}`,
      bench: 'Ouvrir l’établi des positions',
      exportAll: 'Exporter les gabarits',
      importAll: 'Importer des gabarits',
      imported: 'Gabarits importés.',
    },
    title: 'Configurations › API',
    display: 'Langue et affichage',
    language: 'Langue',
    french: 'Français',
    english: 'English',
    theme: 'Thème',
    themeName: { system: 'Celui du système', light: 'Clair', dark: 'Sombre' },
  },
};

function listedParts(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

/** The shape that every language has. */
export type Messages = typeof fr;
