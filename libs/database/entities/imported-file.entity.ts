import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 导入的清单：what another system or office kept; the bytes lie in the blob store. */
@Entity('imported_file')
@Index(['kind', 'importedAt'])
export class ImportedFileEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') kind!: string;
  /** As the file was called. */
  @Column('text') name!: string;
  @Column('text') sha256!: string;
  @Column('timestamp with time zone', { precision: 3 }) importedAt!: Date;
  /** Units that its rows name; null where that was not noted down: by a command. */
  @Column('jsonb', { nullable: true }) organisations!: string[] | null;
  @Column('boolean', { nullable: true }) sample!: boolean | null;
  @Column('text', { nullable: true }) account!: string | null;
  @Column('text', { nullable: true }) author!: string | null;
}

/** Who took an imported file back: it counts no more from then on. Never changed. */
@Entity('import_withdrawal')
export class ImportWithdrawalEntity {
  @ForeignKey(() => ImportedFileEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  import!: string;
  @Column('text') reason!: string;
  @Column('text') account!: string;
  @Column('text') author!: string;
  @Column('timestamp with time zone', { precision: 3 }) at!: Date;
}
