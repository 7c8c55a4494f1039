/** The words of goals and indicators that are the same wherever they are printed, in Swedish: kinds, levels, directions, judgements. */
export const goalWords = {
  kf: 'Indikator (KF)',
  namnd: 'Indikator (Nämnd)',
  kontor: 'Kontorets indikatorer',
  malomrade: 'Målområde',
  inriktningsmal: 'Inriktningsmål',
  verksamhetsmal: 'Verksamhetsmål',
  'kf-mal': 'KF-mål',
  namndmal: 'Nämndmål',
  fokusomrade: 'Fokusområde',
  up: 'öka',
  down: 'minska',
  hold: 'bibehålla',
  green: 'Grön',
  yellow: 'Gul',
  red: 'Röd',
} as const;
