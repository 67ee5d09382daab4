import { accountManagerListSchema, accountManagerSchema } from './account-manager.schema';
import { capabilitiesSchema } from './capabilities.schema';
import {
  clientAnswerSchema,
  clientContactListSchema,
  clientContactSchema,
  clientCreatedSchema,
  clientCreateSchema,
  clientListSchema,
  clientSchema,
  clientUpdateSchema,
} from './client.schema';
import { companyAnswerSchema, companySchema } from './company.schema';
import { deliveryListSchema, deliverySchema } from './delivery.schema';
import {
  deviceKeyAnswerSchema,
  deviceKeyListSchema,
  deviceKeyPutSchema,
  deviceKeyRevokeSchema,
  deviceKeySchema,
} from './device-key.schema';
import {
  emailTemplateAnswerSchema,
  emailTemplateCreateSchema,
  emailTemplateListSchema,
  emailTemplatePatchSchema,
  emailTemplateSchema,
} from './email-template.schema';
import {
  envelopeEventListSchema,
  envelopeEventSchema,
  envelopeReminderAnswerSchema,
  envelopeReminderCreateSchema,
  envelopeVoidSchema,
} from './envelope-event.schema';
import {
  envelopeAnswerSchema,
  envelopeCreateSchema,
  envelopeDocumentSchema,
  envelopeFieldSchema,
  envelopeListSchema,
  envelopeRecipientSchema,
  envelopeSchema,
  envelopeSendSchema,
} from './envelope.schema';
import {
  clientPatchSchema,
  extensionClientAnswerSchema,
  extensionClientListSchema,
  extensionClientSchema,
} from './extension-client.schema';
import {
  extensionTaskAnswerSchema,
  extensionTaskListSchema,
  extensionTaskSchema,
  taskPatchSchema,
  tasksBulkAnswerSchema,
  tasksBulkCreateSchema,
} from './extension-task.schema';
import { intakeAnswerSchema, intakeCreateSchema, intakeRequestListSchema, intakeRequestSchema } from './intake.schema';
import {
  invitationAnswerSchema,
  invitationCreateSchema,
  invitationListSchema,
  invitationSchema,
} from './invitation.schema';
import { mailListSchema, mailSchema } from './mail.schema';
import { officeAnswerSchema, officeIndexAnswerSchema, officeIndexPutSchema, officePutSchema } from './office.schema';
import { alreadyDeliveredSchema, problemSchema } from './problem.schema';
import { reminderAnswerSchema, reminderCreateSchema, reminderListSchema, reminderSchema } from './reminder.schema';
import {
  sharedSettingAnswerSchema,
  sharedSettingListSchema,
  sharedSettingPutSchema,
  sharedSettingSchema,
} from './settings.schema';
import { taskAnswerSchema, taskListSchema, taskSchema, taskUpdateSchema } from './task.schema';

/** Every schema under the name it has in the OpenAPI document. The page imports the single files, not this. */
export const SCHEMAS = {
  Problem: problemSchema,
  AlreadyDelivered: alreadyDeliveredSchema,
  Company: companySchema,
  CompanyAnswer: companyAnswerSchema,
  Client: clientSchema,
  ClientList: clientListSchema,
  ClientAnswer: clientAnswerSchema,
  ClientCreate: clientCreateSchema,
  ClientCreated: clientCreatedSchema,
  ClientUpdate: clientUpdateSchema,
  ClientContact: clientContactSchema,
  ClientContactList: clientContactListSchema,
  Task: taskSchema,
  TaskList: taskListSchema,
  TaskAnswer: taskAnswerSchema,
  TaskUpdate: taskUpdateSchema,
  Reminder: reminderSchema,
  ReminderList: reminderListSchema,
  ReminderAnswer: reminderAnswerSchema,
  ReminderCreate: reminderCreateSchema,
  Capabilities: capabilitiesSchema,
  AccountManager: accountManagerSchema,
  AccountManagerList: accountManagerListSchema,
  EmailTemplate: emailTemplateSchema,
  EmailTemplateList: emailTemplateListSchema,
  EmailTemplateAnswer: emailTemplateAnswerSchema,
  EmailTemplateCreate: emailTemplateCreateSchema,
  EmailTemplatePatch: emailTemplatePatchSchema,
  ExtensionClient: extensionClientSchema,
  ExtensionClientList: extensionClientListSchema,
  ExtensionClientAnswer: extensionClientAnswerSchema,
  ClientPatch: clientPatchSchema,
  Invitation: invitationSchema,
  InvitationList: invitationListSchema,
  InvitationAnswer: invitationAnswerSchema,
  InvitationCreate: invitationCreateSchema,
  Envelope: envelopeSchema,
  EnvelopeRecipient: envelopeRecipientSchema,
  EnvelopeDocument: envelopeDocumentSchema,
  EnvelopeField: envelopeFieldSchema,
  EnvelopeList: envelopeListSchema,
  EnvelopeAnswer: envelopeAnswerSchema,
  EnvelopeCreate: envelopeCreateSchema,
  EnvelopeSend: envelopeSendSchema,
  EnvelopeEvent: envelopeEventSchema,
  EnvelopeEventList: envelopeEventListSchema,
  EnvelopeVoid: envelopeVoidSchema,
  EnvelopeReminderCreate: envelopeReminderCreateSchema,
  EnvelopeReminderAnswer: envelopeReminderAnswerSchema,
  Delivery: deliverySchema,
  DeliveryList: deliveryListSchema,
  OfficeAnswer: officeAnswerSchema,
  OfficePut: officePutSchema,
  OfficeIndexAnswer: officeIndexAnswerSchema,
  OfficeIndexPut: officeIndexPutSchema,
  SharedSetting: sharedSettingSchema,
  SharedSettingList: sharedSettingListSchema,
  SharedSettingAnswer: sharedSettingAnswerSchema,
  SharedSettingPut: sharedSettingPutSchema,
  DeviceKey: deviceKeySchema,
  DeviceKeyList: deviceKeyListSchema,
  DeviceKeyAnswer: deviceKeyAnswerSchema,
  DeviceKeyPut: deviceKeyPutSchema,
  DeviceKeyRevoke: deviceKeyRevokeSchema,
  ExtensionTask: extensionTaskSchema,
  ExtensionTaskList: extensionTaskListSchema,
  ExtensionTaskAnswer: extensionTaskAnswerSchema,
  TaskPatch: taskPatchSchema,
  TasksBulkCreate: tasksBulkCreateSchema,
  TasksBulkAnswer: tasksBulkAnswerSchema,
  IntakeCreate: intakeCreateSchema,
  IntakeAnswer: intakeAnswerSchema,
  IntakeRequest: intakeRequestSchema,
  IntakeRequestList: intakeRequestListSchema,
  Mail: mailSchema,
  MailList: mailListSchema,
};

export type SchemaName = keyof typeof SCHEMAS;
