using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace PosCases.IntegrationTests.Platform.Data;

/// <summary>
/// How SQL Server can reach the rows of each table of a statement: what the conditions and the order leave to choose from among the indexes of the
/// model. It is derived from the statement and the model alone, by rules that are on the safe side of the optimizer's; it is no plan of a server, which
/// also weighs how many rows there are.
/// <list type="bullet">
/// <item>A column that is compared with something known (=, IN, IS NULL, a range) is a way in; within an expression it is not. Known are parameters,
/// constants and columns of tables that were reached before. That a case is not restricted is no way in, as that holds for nearly all.</item>
/// <item>Alternatives (OR) are a way in when each of them is, by the same index or by one each.</item>
/// <item>An index is entered by its first columns, in their order, up to the first range. A filtered index counts only where the statement says its
/// condition.</item>
/// <item>A part of a FROM that only picks rows of tables is looked through.</item>
/// <item>An index is walked in its order where the statement takes the first rows of that order.</item>
/// </list>
/// </summary>
internal sealed class AccessPaths
{
    private readonly Dictionary<string, ITable> tables;
    private readonly List<Path> found = [];

    // What a part of a FROM that only picks rows calls the columns of the table it picks from.
    private readonly Dictionary<(string Alias, string Column), (string Alias, string Column)> synonyms = [];

    private AccessPaths(IRelationalModel model) => tables = model.Tables.ToDictionary(t => t.Name, StringComparer.Ordinal);

    private enum Way
    {
        Equal,
        Range,
        Words,
    }

    /// <summary>The path to each table, in the order in which the statement's parts are said.</summary>
    /// <param name="sql">A statement in T-SQL as EF says it: every column with the name of its table.</param>
    /// <param name="model">The model with its indexes, as migrations see it.</param>
    public static IReadOnlyList<Path> Of(string sql, IRelationalModel model)
    {
        using StringReader reader = new(sql);
        var script = (TSqlScript)new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        Assert.Empty(errors);
        AccessPaths paths = new(model);
        foreach (var select in script.Batches.SelectMany(b => b.Statements).OfType<SelectStatement>())
        {
            paths.Add(select.QueryExpression, []);
        }

        return paths.found;
    }

    private void Add(QueryExpression query, HashSet<string> outer)
    {
        switch (query)
        {
            case QuerySpecification one:
                AddOne(one, outer);
                break;
            case QueryParenthesisExpression inner:
                Add(inner.QueryExpression, outer);
                break;
            case BinaryQueryExpression both:
                Add(both.FirstQueryExpression, outer);
                Add(both.SecondQueryExpression, outer);
                break;
            default:
                throw new NotSupportedException(query.GetType().Name);
        }
    }

    private void AddOne(QuerySpecification query, HashSet<string> outer)
    {
        From from = new(query.FromClause, synonyms);
        var conditions = from.Conditions.Concat(query.WhereClause is { } where ? [where.SearchCondition] : []).SelectMany(Conjuncts).ToList();
        if (conditions.Any(NeverHolds))
        {
            return;
        }

        HashSet<string> known = [.. outer];
        HashSet<string> all = [.. outer, .. from.Sources.Select(s => s.Alias)];
        foreach (var source in from.Sources.Where(s => s.Table is null || !tables.ContainsKey(s.Table)))
        {
            if (source.Query is { } derived)
            {
                Add(derived, all);
            }

            known.Add(source.Alias);
        }

        var waiting = from.Sources.Where(s => s.Table is not null && tables.ContainsKey(s.Table)).ToList();
        while (waiting.Count > 0)
        {
            var (source, path) = waiting.Select(s => (s, Best(s, conditions, query, known)))
                .OrderByDescending(s => s.Item2.Rank).ThenBy(s => waiting.IndexOf(s.s)).First();
            found.Add(path);
            known.Add(source.Alias);
            waiting.Remove(source);
        }

        foreach (var inner in Subqueries.Of(query))
        {
            Add(inner, all);
        }
    }

    private Path Best(Source source, IReadOnlyList<BooleanExpression> conditions, QuerySpecification query, HashSet<string> known)
    {
        var table = tables[source.Table!];
        var read = Columns.Of(query, source.Alias);
        var order = OrderOf(query, source.Alias);
        List<(string Column, Way Way)> ways = [];
        List<List<List<(string Column, Way Way)>>> alternatives = [];
        foreach (var condition in conditions)
        {
            var branches = Branches(condition).Select(b => Conjuncts(b).SelectMany(c => WaysIn(c, source.Alias, known)).ToList()).ToList();
            if (branches.Count == 1)
            {
                ways.AddRange(branches[0]);
            }
            else if (branches.TrueForAll(b => b.Count > 0) && branches.SelectMany(b => b.Select(w => w.Column).Distinct()).GroupBy(c => c).FirstOrDefault(g => g.Count() == branches.Count) is { } shared)
            {
                var isEqual = branches.TrueForAll(b => b.Exists(w => w.Column == shared.Key && w.Way is Way.Equal));
                ways.Add((shared.Key, isEqual ? Way.Equal : Way.Range));
            }
            else if (branches.TrueForAll(b => b.Count > 0))
            {
                alternatives.Add(branches);
            }
        }

        var said = conditions.Select(Text.Of).ToHashSet(StringComparer.Ordinal);
        var best = Indexes(table).Select(i => Enter(table, i, ways, said, read, order, IsFirst(query))).OfType<Path>().MaxBy(p => p.Rank);
        if (ways.Exists(w => w.Way is Way.Words) && (best is null || best.Rank < Rank.Equal))
        {
            best = new(table.Name, "full-text index", Rank.Equal);
        }

        foreach (var branches in alternatives.Where(_ => best is null || best.Rank < Rank.Range))
        {
            var each = branches.ConvertAll(b => Indexes(table).Select(i => Enter(table, i, [.. ways, .. b], said, read, [], isFirst: false)).OfType<Path>().MaxBy(p => p.Rank));
            if (each.TrueForAll(p => p is not null))
            {
                best = new(table.Name, string.Join(" or ", each.Select(p => p!.How).Distinct()), Rank.Range);
            }
        }

        return best ?? new(table.Name, "SCAN", Rank.Scan);
    }

    // Which columns of the index the conditions fix, whether a range follows, and whether what comes is in the order that is asked for.
    private static Path? Enter(
        ITable table, Index index, IReadOnlyList<(string Column, Way Way)> ways, HashSet<string> said, HashSet<string> read,
        IReadOnlyList<(string Column, bool IsDescending)>? order, bool isFirst)
    {
        if (index.Filter is { } filter && !said.Contains(Text.Plain(filter)) && !ways.Any(w => filter == $"[{w.Column}] IS NOT NULL"))
        {
            return null;
        }

        var equal = index.Keys.TakeWhile(k => ways.Any(w => w.Column == k.Column && w.Way is Way.Equal)).Count();
        var range = equal < index.Keys.Count && ways.Any(w => w.Column == index.Keys[equal].Column && w.Way is Way.Range) ? 1 : 0;
        var rest = index.Keys.Skip(equal).ToList();
        // A column that is fixed needs no order.
        var asked = order?.Where(o => !index.Keys.Take(equal).Any(k => k.Column == o.Column)).ToList();
        var inOrder = isFirst && asked is { Count: > 0 } && asked.Count <= rest.Count
            && (asked.Zip(rest).All(p => p.First.Column == p.Second.Column && p.First.IsDescending == p.Second.IsDescending)
                || asked.Zip(rest).All(p => p.First.Column == p.Second.Column && p.First.IsDescending != p.Second.IsDescending));
        if (equal + range == 0 && !inOrder)
        {
            return null;
        }

        var covers = index.IsClustered || read.All(c => index.Covers(c));
        var isOne = index.IsUnique && equal == index.Keys.Count;
        var columns = string.Join(", ", index.Keys.Take(equal).Select(k => k.Column + "=").Concat(index.Keys.Skip(equal).Take(range).Select(k => k.Column + "<>")));
        var how = (equal + range == 0 ? $"walk {index.Name}" : $"seek {index.Name} ({columns})")
            + (inOrder ? ", in order" : "") + (covers ? index.IsClustered ? "" : ", covering" : ", then the row");
        return new(
            table.Name, how,
            (isOne ? Rank.One : equal > 0 ? Rank.Equal + equal : range > 0 ? Rank.Range : Rank.Walk) + (inOrder ? Rank.InOrder : 0) + (covers ? Rank.Covering : 0));
    }

    private static IEnumerable<Index> Indexes(ITable table)
    {
        var clustered = table.PrimaryKey!.MappedKeys.First() is var key && (key.IsClustered() ?? true) ? table.PrimaryKey.Columns.Select(c => c.Name).ToList() : [];
        foreach (var one in table.Indexes)
        {
            var mapped = one.MappedIndexes.First();
            var isClustered = mapped.IsClustered() ?? false;
            var keys = one.Columns.Select((c, i) => (c.Name, one.IsDescending is { } down && (down.Count == 0 || down[i]))).ToList();
            HashSet<string> also = [.. clustered, .. (mapped.GetIncludeProperties() ?? []).Select(p => mapped.DeclaringEntityType.FindProperty(p)!.GetColumnName())];
            yield return new(one.Name, keys, also, one.Filter, one.IsUnique, isClustered);
        }

        foreach (var one in table.UniqueConstraints)
        {
            yield return new(one.Name, [.. one.Columns.Select(c => (c.Name, false))], [.. clustered], null, true, one == table.PrimaryKey && clustered.Count > 0);
        }
    }

    private static IEnumerable<BooleanExpression> Conjuncts(BooleanExpression condition) => condition switch
    {
        BooleanParenthesisExpression inner => Conjuncts(inner.Expression),
        BooleanBinaryExpression { BinaryExpressionType: BooleanBinaryExpressionType.And } both => Conjuncts(both.FirstExpression).Concat(Conjuncts(both.SecondExpression)),
        _ => [condition],
    };

    private static IEnumerable<BooleanExpression> Branches(BooleanExpression condition) => condition switch
    {
        BooleanParenthesisExpression inner => Branches(inner.Expression),
        BooleanBinaryExpression { BinaryExpressionType: BooleanBinaryExpressionType.Or } both => Branches(both.FirstExpression).Concat(Branches(both.SecondExpression)),
        _ => [condition],
    };

    private static bool NeverHolds(BooleanExpression condition) =>
        condition is BooleanComparisonExpression { FirstExpression: Literal first, SecondExpression: Literal second, ComparisonType: BooleanComparisonType.Equals } && first.Value != second.Value;

    private IEnumerable<(string Column, Way Way)> WaysIn(BooleanExpression condition, string alias, HashSet<string> known)
    {
        switch (condition)
        {
            case BooleanComparisonExpression comparison:
                foreach (var (one, other) in new[] { (comparison.FirstExpression, comparison.SecondExpression), (comparison.SecondExpression, comparison.FirstExpression) })
                {
                    if (ColumnOf(one, alias) is { } column && AllKnown(other, known) && WayOf(comparison.ComparisonType, other) is { } way)
                    {
                        yield return (column, way);
                    }
                }

                break;
            case BooleanIsNullExpression { IsNot: false } none when ColumnOf(none.Expression, alias) is { } column:
                yield return (column, Way.Equal);
                break;
            case BooleanIsNullExpression { IsNot: true } some when ColumnOf(some.Expression, alias) is { } column:
                yield return (column, Way.Range);
                break;
            case InPredicate { NotDefined: false } among when ColumnOf(among.Expression, alias) is { } column
                && (among.Subquery is not null || among.Values.All(v => AllKnown(v, known))):
                yield return (column, Way.Equal);
                break;
            case BooleanTernaryExpression { TernaryExpressionType: BooleanTernaryExpressionType.Between } between when ColumnOf(between.FirstExpression, alias) is { } column:
                yield return (column, Way.Range);
                break;
            case FullTextPredicate words when words.Columns.Any(c => ColumnOf(c, alias) is not null):
                yield return (words.Columns[0].MultiPartIdentifier.Identifiers[^1].Value, Way.Words);
                break;
        }
    }

    private static Way? WayOf(BooleanComparisonType comparison, ScalarExpression other) => comparison switch
    {
        BooleanComparisonType.Equals => other is CastCall { Parameter: Literal { Value: "0" }, DataType: SqlDataTypeReference { SqlDataTypeOption: SqlDataTypeOption.Bit } } ? null : Way.Equal,
        BooleanComparisonType.GreaterThan or BooleanComparisonType.GreaterThanOrEqualTo or BooleanComparisonType.LessThan or BooleanComparisonType.LessThanOrEqualTo => Way.Range,
        _ => null,
    };

    private string? ColumnOf(ScalarExpression expression, string alias) => expression switch
    {
        ParenthesisExpression inner => ColumnOf(inner.Expression, alias),
        ColumnReferenceExpression { MultiPartIdentifier.Identifiers: { Count: 2 } parts } when Meant(parts[0].Value, parts[1].Value) is var meant && meant.Alias == alias => meant.Column,
        _ => null,
    };

    private (string Alias, string Column) Meant(string alias, string column)
    {
        var meant = (alias, column);
        while (synonyms.TryGetValue(meant, out var of))
        {
            meant = of;
        }

        return meant;
    }

    private bool AllKnown(TSqlFragment within, HashSet<string> known)
    {
        var all = true;
        within.Accept(new Columns((table, column) => all &= known.Contains(Meant(table, column).Alias)));
        return all;
    }

    // Nothing when the rows may come in any order; no columns when the order is not one of this table's columns.
    private List<(string Column, bool IsDescending)> OrderOf(QuerySpecification query, string alias)
    {
        List<(string, bool)> order = [];
        foreach (var one in query.OrderByClause?.OrderByElements ?? [])
        {
            if (ColumnOf(one.Expression, alias) is not { } column)
            {
                return [];
            }

            order.Add((column, one.SortOrder is SortOrder.Descending));
        }

        return order;
    }

    private static bool IsFirst(QuerySpecification query) => query.TopRowFilter is not null || query.OffsetClause is not null;

    /// <summary>How the rows of a table are reached.</summary>
    /// <param name="Table">The table.</param>
    /// <param name="How">By which index and columns of it; "SCAN" when by none.</param>
    /// <param name="Rank">The larger, the fewer rows are read; see <see cref="AccessPaths.Rank"/>.</param>
    internal sealed record Path(string Table, string How, int Rank)
    {
        /// <summary>Whether every row is read.</summary>
        public bool IsScan => Rank == AccessPaths.Rank.Scan;

        /// <summary>As the document shows it.</summary>
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Table}: {How}");
    }

    private static class Rank
    {
        public const int Scan = 0;
        public const int Covering = 1;
        public const int InOrder = 2;
        public const int Walk = 10;
        public const int Range = 20;
        public const int Equal = 30;
        public const int One = 1000;
    }

    private sealed record Index(
        string Name, IReadOnlyList<(string Column, bool IsDescending)> Keys, HashSet<string> Also, string? Filter, bool IsUnique, bool IsClustered)
    {
        public bool Covers(string column) => Also.Contains(column) || Keys.Any(k => k.Column == column);
    }

    private sealed record Source(string Alias, string? Table, QueryExpression? Query);

    /// <summary>What a statement reads from, and what it says about it there.</summary>
    private sealed class From
    {
        private readonly Dictionary<(string Alias, string Column), (string Alias, string Column)> synonyms;

        public From(FromClause? clause, Dictionary<(string Alias, string Column), (string Alias, string Column)> synonyms)
        {
            this.synonyms = synonyms;
            foreach (var one in clause?.TableReferences ?? [])
            {
                Add(one);
            }
        }

        public List<Source> Sources { get; } = [];

        public List<BooleanExpression> Conditions { get; } = [];

        private void Add(TableReference reference)
        {
            switch (reference)
            {
                case QualifiedJoin join:
                    Add(join.FirstTableReference);
                    Add(join.SecondTableReference);
                    Conditions.Add(join.SearchCondition);
                    break;
                case UnqualifiedJoin join:
                    Add(join.FirstTableReference);
                    Add(join.SecondTableReference);
                    break;
                case JoinParenthesisTableReference inner:
                    Add(inner.Join);
                    break;
                case NamedTableReference table:
                    Sources.Add(new(table.Alias?.Value ?? table.SchemaObject.BaseIdentifier.Value, table.SchemaObject.BaseIdentifier.Value, null));
                    break;
                case QueryDerivedTable { QueryExpression: QuerySpecification picked } derived when OnlyPicks(picked):
                    foreach (var column in picked.SelectElements.Cast<SelectScalarExpression>())
                    {
                        var parts = ((ColumnReferenceExpression)column.Expression).MultiPartIdentifier.Identifiers;
                        synonyms[(derived.Alias.Value, column.ColumnName?.Value ?? parts[1].Value)] = (parts[0].Value, parts[1].Value);
                    }

                    foreach (var one in picked.FromClause.TableReferences)
                    {
                        Add(one);
                    }

                    if (picked.WhereClause is { } where)
                    {
                        Conditions.Add(where.SearchCondition);
                    }

                    break;
                case QueryDerivedTable derived:
                    Sources.Add(new(derived.Alias.Value, null, derived.QueryExpression));
                    break;
                case TableReferenceWithAlias { Alias: { } alias }:
                    Sources.Add(new(alias.Value, null, null));
                    break;
                default:
                    throw new NotSupportedException(reference.GetType().Name);
            }
        }

        public static bool OnlyPicks(QuerySpecification query) =>
            query is { FromClause: not null, TopRowFilter: null, OffsetClause: null, GroupByClause: null, HavingClause: null, OrderByClause: null }
            && query.UniqueRowFilter is not UniqueRowFilter.Distinct
            && query.SelectElements.All(e => e is SelectScalarExpression { Expression: ColumnReferenceExpression { MultiPartIdentifier.Identifiers.Count: 2 } });
    }

    /// <summary>The queries within a query that are not what it reads from, each without those within it.</summary>
    private sealed class Subqueries : TSqlFragmentVisitor
    {
        private readonly List<QueryExpression> queries = [];

        public static List<QueryExpression> Of(QuerySpecification query)
        {
            Subqueries inner = new();
            inner.VisitWithin(query);
            return inner.queries;
        }

        public override void ExplicitVisit(ScalarSubquery node) => queries.Add(node.QueryExpression);

        public override void ExplicitVisit(QueryDerivedTable node)
        {
            // It is what the query reads from; what is looked through has its subqueries here.
            if (node.QueryExpression is QuerySpecification picked && From.OnlyPicks(picked))
            {
                picked.AcceptChildren(this);
            }
        }

        private void VisitWithin(QuerySpecification query) => query.AcceptChildren(this);
    }

    /// <summary>Columns that are named somewhere.</summary>
    private sealed class Columns(Action<string, string> tell) : TSqlFragmentVisitor
    {
        public static HashSet<string> Of(TSqlFragment within, string alias)
        {
            HashSet<string> columns = new(StringComparer.Ordinal);
            within.Accept(new Columns((table, column) => _ = table == alias && columns.Add(column)));
            return columns;
        }

        public override void Visit(ColumnReferenceExpression node)
        {
            if (node.MultiPartIdentifier?.Identifiers is { Count: 2 } parts)
            {
                tell(parts[0].Value, parts[1].Value);
            }
        }
    }

    private static class Text
    {
        // A condition as the filter of an index says it: without the table's name.
        public static string Of(TSqlFragment fragment) => Plain(string.Concat(
            fragment.ScriptTokenStream.Skip(fragment.FirstTokenIndex).Take(fragment.LastTokenIndex - fragment.FirstTokenIndex + 1)
                .Where(t => t.TokenType is not TSqlTokenType.WhiteSpace).Skip(2).Select(t => t.Text)));

        public static string Plain(string condition) => condition.Replace(" ", "", StringComparison.Ordinal).Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
    }
}
