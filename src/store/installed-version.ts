/**
 * Native version of the database as it lies on disk, 0 when there is none; changes nothing. Needed before Dexie opens
 * it: Dexie would open a database from the future without a word, and even add to it what it misses.
 */
export const installedVersion = (indexedDB: IDBFactory, name: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let absent = false;
    request.onupgradeneeded = () => {
      // Asking made it: take that back.
      absent = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      const { version } = request.result;
      request.result.close();
      resolve(version);
    };
    request.onerror = () => {
      if (absent) resolve(0);
      else reject(request.error ?? new Error('indexedDB.open'));
    };
  });
