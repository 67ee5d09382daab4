import { expect, it } from 'vitest';
import { foreignManagerNames, managerOfName, withManagerName } from '../../../src/core/clients/manager-names';

/** Fictitious. */
const MANAGERS = [{ id: 'am-1', name: 'Solène Sittelle' }];

it('names that GEM-BOOKS knows in another writing are not foreign; the others are asked for once each', () => {
  const listed = ['SITTELLE, Solène', 'Zed Inventé', null, 'Élan Inventé', 'Zed Inventé'];
  expect(foreignManagerNames(listed, MANAGERS)).toEqual(['Élan Inventé', 'Zed Inventé']);
});

it('a name is said, said anew in another writing, and forgotten', () => {
  const said = withManagerName([], 'Zed Inventé', 'am-1');
  expect(managerOfName(said, 'INVENTÉ, Zed')).toBe('am-1');
  const anew = withManagerName(said, 'Inventé, Zed', 'am-2');
  expect(anew).toEqual([{ id: 'am-2', name: 'Inventé, Zed' }]);
  expect(managerOfName(withManagerName(anew, 'Zed Inventé', null), 'Zed Inventé')).toBeNull();
});
