import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`receipts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`publication_id\` text(36) NOT NULL,
  	\`report_id\` text(36) NOT NULL,
  	\`organization_id\` text(36) NOT NULL,
  	\`channel_id\` text(36) NOT NULL,
  	\`revision\` numeric NOT NULL,
  	\`digest\` text NOT NULL,
  	\`link\` text NOT NULL,
  	\`removed\` integer DEFAULT false,
  	\`recorded_at\` text NOT NULL,
  	\`recorded_by\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`publication_id\`) REFERENCES \`publications\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`report_id\`) REFERENCES \`reports\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`organization_id\`) REFERENCES \`organizations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`channel_id\`) REFERENCES \`channels\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`receipts_publication_idx\` ON \`receipts\` (\`publication_id\`);`)
  await db.run(sql`CREATE INDEX \`receipts_report_idx\` ON \`receipts\` (\`report_id\`);`)
  await db.run(sql`CREATE INDEX \`receipts_organization_idx\` ON \`receipts\` (\`organization_id\`);`)
  await db.run(sql`CREATE INDEX \`receipts_channel_idx\` ON \`receipts\` (\`channel_id\`);`)
  await db.run(sql`CREATE INDEX \`receipts_recorded_at_idx\` ON \`receipts\` (\`recorded_at\`);`)
  await db.run(sql`CREATE INDEX \`receipts_updated_at_idx\` ON \`receipts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`receipts_created_at_idx\` ON \`receipts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`wechat_drafts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`publication_id\` text(36) NOT NULL,
  	\`organization_id\` text(36) NOT NULL,
  	\`channel_id\` text(36) NOT NULL,
  	\`state\` text NOT NULL,
  	\`attempts\` numeric DEFAULT 0,
  	\`advice\` text,
  	\`error_code\` numeric,
  	\`media_id\` text,
  	\`drafted_at\` text,
  	\`requested_by\` text,
  	\`uploads\` text,
  	\`cover_media_id\` text,
  	\`asked_at\` text,
  	\`owner\` text,
  	\`lease_until\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`publication_id\`) REFERENCES \`publications\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`organization_id\`) REFERENCES \`organizations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`channel_id\`) REFERENCES \`channels\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`wechat_drafts_publication_idx\` ON \`wechat_drafts\` (\`publication_id\`);`)
  await db.run(sql`CREATE INDEX \`wechat_drafts_organization_idx\` ON \`wechat_drafts\` (\`organization_id\`);`)
  await db.run(sql`CREATE INDEX \`wechat_drafts_channel_idx\` ON \`wechat_drafts\` (\`channel_id\`);`)
  await db.run(sql`CREATE INDEX \`wechat_drafts_state_idx\` ON \`wechat_drafts\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`wechat_drafts_updated_at_idx\` ON \`wechat_drafts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`wechat_drafts_created_at_idx\` ON \`wechat_drafts\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`publication_channel_idx\` ON \`wechat_drafts\` (\`publication_id\`,\`channel_id\`);`)
  await db.run(sql`CREATE TABLE \`wechat_calls\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`count\` numeric NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`wechat_calls_key_idx\` ON \`wechat_calls\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`wechat_calls_updated_at_idx\` ON \`wechat_calls\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`wechat_calls_created_at_idx\` ON \`wechat_calls\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_jobs_log\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`executed_at\` text NOT NULL,
  	\`completed_at\` text NOT NULL,
  	\`task_slug\` text NOT NULL,
  	\`task_i_d\` text NOT NULL,
  	\`input\` text,
  	\`output\` text,
  	\`state\` text NOT NULL,
  	\`error\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`payload_jobs\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_jobs_log_order_idx\` ON \`payload_jobs_log\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_log_parent_id_idx\` ON \`payload_jobs_log\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_jobs\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`input\` text,
  	\`completed_at\` text,
  	\`total_tried\` numeric DEFAULT 0,
  	\`has_error\` integer DEFAULT false,
  	\`error\` text,
  	\`task_slug\` text,
  	\`queue\` text DEFAULT 'default',
  	\`wait_until\` text,
  	\`processing\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_jobs_completed_at_idx\` ON \`payload_jobs\` (\`completed_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_total_tried_idx\` ON \`payload_jobs\` (\`total_tried\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_has_error_idx\` ON \`payload_jobs\` (\`has_error\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_task_slug_idx\` ON \`payload_jobs\` (\`task_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_queue_idx\` ON \`payload_jobs\` (\`queue\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_wait_until_idx\` ON \`payload_jobs\` (\`wait_until\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_processing_idx\` ON \`payload_jobs\` (\`processing\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_updated_at_idx\` ON \`payload_jobs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_created_at_idx\` ON \`payload_jobs\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`table_form\` text DEFAULT 'grid';`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`app_id\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`cover_id\` text(36) REFERENCES media(id);`)
  await db.run(sql`CREATE INDEX \`channels_cover_idx\` ON \`channels\` (\`cover_id\`);`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`sequence\` numeric;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`latest\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`charts\` text;`)
  // What is there already is numbered as it was published.
  await db.run(sql`UPDATE \`publications\` SET \`sequence\` = \`numbered\`.\`n\` FROM (SELECT \`id\`, row_number() OVER (ORDER BY \`published_at\`, \`id\`) AS \`n\` FROM \`publications\`) AS \`numbered\` WHERE \`numbered\`.\`id\` = \`publications\`.\`id\`;`)
  await db.run(sql`UPDATE \`publications\` SET \`latest\` = NOT EXISTS (SELECT 1 FROM \`publications\` AS \`later\` WHERE \`later\`.\`report_id\` = \`publications\`.\`report_id\` AND \`later\`.\`revision\` > \`publications\`.\`revision\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`publications_sequence_idx\` ON \`publications\` (\`sequence\`);`)
  await db.run(sql`CREATE INDEX \`publications_latest_idx\` ON \`publications\` (\`latest\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`receipts\`;`)
  await db.run(sql`DROP TABLE \`wechat_drafts\`;`)
  await db.run(sql`DROP TABLE \`wechat_calls\`;`)
  await db.run(sql`DROP TABLE \`payload_jobs_log\`;`)
  await db.run(sql`DROP TABLE \`payload_jobs\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_channels\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`slug\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`organization_id\` text(36) NOT NULL,
  	\`account\` text,
  	\`url\` text,
  	\`listed\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`organization_id\`) REFERENCES \`organizations\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_channels\`("id", "name", "slug", "kind", "organization_id", "account", "url", "listed", "updated_at", "created_at") SELECT "id", "name", "slug", "kind", "organization_id", "account", "url", "listed", "updated_at", "created_at" FROM \`channels\`;`)
  await db.run(sql`DROP TABLE \`channels\`;`)
  await db.run(sql`ALTER TABLE \`__new_channels\` RENAME TO \`channels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE UNIQUE INDEX \`channels_slug_idx\` ON \`channels\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`channels_organization_idx\` ON \`channels\` (\`organization_id\`);`)
  await db.run(sql`CREATE INDEX \`channels_listed_idx\` ON \`channels\` (\`listed\`);`)
  await db.run(sql`CREATE INDEX \`channels_updated_at_idx\` ON \`channels\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`channels_created_at_idx\` ON \`channels\` (\`created_at\`);`)
  await db.run(sql`DROP INDEX \`publications_sequence_idx\`;`)
  await db.run(sql`DROP INDEX \`publications_latest_idx\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`sequence\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`latest\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`charts\`;`)
}
