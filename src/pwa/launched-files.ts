interface LaunchParams {
  readonly files?: readonly FileSystemFileHandle[];
}

interface LaunchQueue {
  setConsumer(consumer: (params: LaunchParams) => void): void;
}

/** Files opened in the installed app from the system (`file_handlers` of the manifest); nothing where there is no queue. */
export function onLaunchedFiles(take: (files: readonly File[]) => void): void {
  const queue = (globalThis as { launchQueue?: LaunchQueue }).launchQueue;
  queue?.setConsumer(({ files }) => {
    if (!files || files.length === 0) return;
    void Promise.all(files.map((handle) => handle.getFile())).then(take, () => undefined);
  });
}
