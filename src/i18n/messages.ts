import type { Language } from '../core/language';
import { en } from './en';
import { fr } from './fr';
import type { Messages } from './fr';

export const messagesFor = (language: Language): Messages => (language === 'en' ? en : fr);
