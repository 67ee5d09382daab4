import { existsSync } from 'node:fs';
import { judge } from './judge';

/** The programs that judge, and the Debian package of each. */
const JUDGES = [
  { command: 'qpdf', args: ['--version'], debian: 'qpdf' },
  { command: 'pdftotext', args: ['-v'], debian: 'poppler-utils' },
  { command: 'pdfinfo', args: ['-v'], debian: 'poppler-utils' },
  { command: 'pdftocairo', args: ['-v'], debian: 'poppler-utils' },
  { command: 'gs', args: ['--version'], debian: 'ghostscript' },
  { command: 'mutool', args: ['-v'], debian: 'mupdf-tools' },
  { command: 'soffice', args: ['--version'], debian: 'libreoffice-calc-nogui' },
  { command: '/usr/bin/python3', args: ['-c', 'import reportlab, pypdf'], debian: 'python3-reportlab python3-pypdf' },
  { command: 'unzip', args: ['-v'], debian: 'unzip' },
  { command: 'soffice', args: ['--version'], debian: 'libreoffice-calc-nogui' },
] as const;

const missing = () => JUDGES.filter(({ command, args }) => judge(command, args).status !== 0);

/** Installs what is missing where it may (Debian, root); elsewhere says what to install, and fails. */
export function setup(): void {
  const absent = missing();
  if (absent.length === 0) return;
  const packages = [...new Set(absent.flatMap(({ debian }) => debian.split(' ')))];
  const wanted = `The judges need ${absent.map(({ command }) => command).join(', ')}: install ${packages.join(', ')}.`;
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) throw new Error(wanted);
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  judge('apt-get', ['update', '-qq'], { env: quiet });
  const installed = judge('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env: quiet });
  const still = missing();
  if (still.length > 0) throw new Error(`${wanted} apt-get said: ${installed.stderr.trim().slice(-2000)}`);
}
