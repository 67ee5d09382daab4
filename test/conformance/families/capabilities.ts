import { CAPABILITIES, EXTENSION_VERSION } from '../../../src/contract/capabilities.schema';
import type { Family } from '../check';
import { t } from '../words';
import * as want from '../want';

/** A clock that is further off makes dates of deliveries untrue. */
const SKEW_MS = 5 * 60_000;

export const CAPABILITIES_FAMILY: Family = {
  name: 'capabilities',
  title: t('Capacités', 'Capabilities'),
  samples: { getCapabilities: async () => ({}) },
  checks: [
    {
      id: 'getCapabilities',
      title: t(
        'dit sa version, et a tout ce que la livraison demande',
        'says its version, and has all that delivery needs',
      ),
      run: async (kit) => {
        const answer = await kit.call('getCapabilities');
        want.status(answer, 200);
        const version = String(answer.json['data']?.['version']);
        want.that(
          answer,
          version.split('.')[0] === EXTENSION_VERSION,
          t(`version ${EXTENSION_VERSION}`, `version ${EXTENSION_VERSION}`),
          t(
            'La version est celle du préfixe v1/ : une autre version majeure a un autre préfixe.',
            'The version is that of the prefix v1/: another major version has another prefix.',
          ),
          t(`version ${version}`, `version ${version}`),
        );
        const missing = CAPABILITIES.filter((name) => !kit.has(name)).join(', ');
        want.that(
          answer,
          missing === '',
          t(CAPABILITIES.join(', '), CAPABILITIES.join(', ')),
          t(
            'Sans l’une de ces capacités la page n’envoie rien par l’extension.',
            'Without one of these capabilities the page sends nothing by the extension.',
          ),
          t(`il manque : ${missing}`, `missing: ${missing}`),
        );
      },
    },
    {
      id: 'getCapabilities',
      title: t('est à l’heure', 'has the right time'),
      run: async (kit) => {
        const answer = await kit.call('getCapabilities');
        const time = String(answer.json['data']?.['serverTime']);
        const off = Math.abs(Date.parse(time) - kit.now().getTime());
        want.that(
          answer,
          off <= SKEW_MS,
          t(`à 5 minutes près : ${kit.now().toISOString()}`, `within 5 minutes: ${kit.now().toISOString()}`),
          t('Réglez l’horloge du serveur (NTP).', 'Set the clock of the server (NTP).'),
          t(time, time),
        );
      },
    },
  ],
};
