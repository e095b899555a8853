import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

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
}
