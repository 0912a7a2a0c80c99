import {
  type ColumnDefinitionNode,
  DataTypeNode,
  GeneratedNode,
  OperationNodeTransformer,
  RawNode,
  type KyselyPlugin,
  type OperationNode,
} from 'kysely'

/**
 * Lets the migrations name column types once, as SQLite does, and creates columns with the same behaviour in PostgreSQL:
 *
 * - `integer` holds 64 bits.
 * - `text` is compared and sorted by its bytes, whatever the database's language, so that instants and keys sort right.
 * - `autoIncrement` numbers rows, and accepts a number that is given, as a moved store does.
 */
export const postgresColumns: KyselyPlugin = {
  transformQuery: ({ node }) => new ColumnTransformer().transformNode(node),
  transformResult: ({ result }) => Promise.resolve(result),
}

const types: Readonly<Record<string, OperationNode>> = {
  integer: DataTypeNode.create('bigint'),
  text: RawNode.createWithSql('text collate "C"'),
}

class ColumnTransformer extends OperationNodeTransformer {
  protected override transformColumnDefinition(node: ColumnDefinitionNode): ColumnDefinitionNode {
    const column = super.transformColumnDefinition(node)
    const type = DataTypeNode.is(column.dataType) ? types[column.dataType.dataType] : undefined
    return {
      ...column,
      dataType: type ?? column.dataType,
      ...(column.autoIncrement === true && {
        autoIncrement: false,
        generated: GeneratedNode.create({ identity: true, byDefault: true }),
      }),
    }
  }
}
