export type DemoFile = 'clients-dtmax.csv' | 'clients-taxprep.xlsx' | 't183-2025.zip';
