import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A 发文字号 that was given, to a circular or a notice to mend: once, whatever bears it. Rows are only added. */
@Entity('document_number')
export class DocumentNumberEntity {
  @PrimaryColumn('boolean') sample!: boolean;
  @PrimaryColumn('text') number!: string;
  /** Id of what bears it. */
  @Column('text') bearer!: string;
  /** What that is called where somebody else asks for the number. */
  @Column('text') title!: string;
  @Column('timestamp with time zone', { precision: 3 }) givenAt!: Date;
}
