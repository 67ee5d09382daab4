import { expect, it } from 'vitest';
import { mayBeginWith } from '../../../src/core/documents/name-start';

const person = (first: string | null, last: string | null, full = `${first} ${last}`) => ({ first, last, full });

it.each([
  ['LEFE', person('Anne', 'Lefebvre'), true],
  ['LEFE', person('Anne', 'Martin'), false],
  ['LÉGE', person('Luc', 'Léger'), true],
  ['ONEI', person('Marie', "O'Neil"), true],
  ['ROYG', person('Guy', 'Roy'), true],
  ['ROYX', person('Anne', 'Roy'), true],
  ['ROYX', person('Anne', 'Royer'), true],
  ['COXX', person('Anne', 'Corbeil'), false],
  ['STAM', person('Luc', 'Saint-Amand'), true],
  ['SAIN', person('Luc', 'St-Amand'), true],
  ['STAM', person('Luc', 'Simard'), false],
  ['BOUL', person(null, null, 'Boulangerie du Coin inc.'), true],
] as const)('%s and %j: %s', (letters, name, expected) => expect(mayBeginWith(name, letters)).toBe(expected));
