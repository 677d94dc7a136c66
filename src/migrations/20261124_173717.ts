import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`organizations_deadlines\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text DEFAULT 'organ',
  	\`year\` numeric,
  	\`month\` numeric NOT NULL,
  	\`day\` numeric NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`organizations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`organizations_deadlines_order_idx\` ON \`organizations_deadlines\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`organizations_deadlines_parent_id_idx\` ON \`organizations_deadlines\` (\`_parent_id\`);`)
  await db.run(sql`ALTER TABLE \`reports\` ADD \`returned_comment\` text;`)
  await db.run(sql`ALTER TABLE \`reports\` ADD \`returned_by\` text;`)
  await db.run(sql`ALTER TABLE \`reports\` ADD \`returned_at\` text;`)
  await db.run(sql`ALTER TABLE \`reports\` ADD \`returned_cells\` text;`)
  await db.run(sql`ALTER TABLE \`organizations\` ADD \`kind\` text DEFAULT 'organ';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`organizations_deadlines\`;`)
  await db.run(sql`ALTER TABLE \`reports\` DROP COLUMN \`returned_comment\`;`)
  await db.run(sql`ALTER TABLE \`reports\` DROP COLUMN \`returned_by\`;`)
  await db.run(sql`ALTER TABLE \`reports\` DROP COLUMN \`returned_at\`;`)
  await db.run(sql`ALTER TABLE \`reports\` DROP COLUMN \`returned_cells\`;`)
  await db.run(sql`ALTER TABLE \`organizations\` DROP COLUMN \`kind\`;`)
}
