import { expect, it } from 'vitest';
import { detectForms } from '../../../src/core/forms/detect-form';
import { page } from '../documents/test-page';

const formsOf = (...lines: string[]) =>
  detectForms([page(lines)]).map(({ form, basis, edition }) => [form, basis, edition]);

it.each([
  ['T183 E (25)', 'T183', 2025],
  ['T183 F (23) Page 1 de 2', 'T183', 2023],
  ['T183 CORP E (24)', 'T183CORP', 2024],
  ['T183TRUST E (24)', 'T183TRUST', 2024],
  ['TP-1000.TE (2025-10)', 'TP-1000.TE', 2025],
  ['CO-1000.TE (2023-10)', 'CO-1000.TE', 2023],
  ['MR-69 (2021-06)', 'MR-69', 2021],
  ['T2 E (24)', 'T2', 2024],
  ['5005-R E (24)', 'T1', 2024],
  ['AUT-01 E (20)', 'AUT-01', 2020],
] as const)('by its code: %s', (text, form, edition) => {
  expect(formsOf('Canada Revenue Agency', text)).toEqual([[form, 'code', edition]]);
});

it.each([
  ["Information Return for Electronic Filing of an Individual's Income Tax and Benefit Return", 'T183'],
  ['Information Return for Corporations Filing Electronically', 'T183CORP'],
  ['Transmission par Internet de la déclaration de revenus d’un particulier', 'TP-1000.TE'],
  ['Income Tax and Benefit Return', 'T1'],
] as const)('by its title: %s', (text, form) => {
  expect(formsOf(text)).toEqual([[form, 'title', null]]);
});

it('a title broken over two lines', () => {
  expect(
    formsOf(
      'Déclaration de renseignements pour la transmission électronique',
      "d'une déclaration de revenus et de prestations d'un particulier",
    ),
  ).toEqual([['T183', 'title', null]]);
});

it.each([
  ['a citation in a sentence', 'You must keep a signed copy of form T183 with the other papers of the year'],
  ['a bare code', 'T183'],
  ['« voir le formulaire T183 F »', 'Pour en savoir plus, voir le formulaire T183 F'],
  ['nothing', 'Chère cliente, voici nos honoraires'],
])('%s is no form', (_, text) => expect(formsOf(text)).toEqual([]));

it('each page says what it is', () => {
  const pages = [page(['T183 E (25)']), page(['TP-1000.TE (2025-10)'], { page: 2 })];
  expect(detectForms(pages).map(({ form, page: number }) => [form, number])).toEqual([
    ['T183', 1],
    ['TP-1000.TE', 2],
  ]);
});
