using PosCases.Cases;
using PosCases.Cases.Deadlines;
using PosCases.Cases.Links;
using PosCases.Cases.Notices;
using PosCases.Cases.Search;
using PosCases.Cases.Worklist;
using PosCases.Incidents;
using PosCases.Insight;
using PosCases.Institutions;
using PosCases.Supervision.Consistency;
using PosCases.Team;

namespace PosCases.IntegrationTests.Platform.Data;

/// <summary>A query that must stay quick however many cases there are, and who asks it.</summary>
internal sealed record MainQuery(string Name, string Person, object Message)
{
    /// <summary>Tables that do not grow with the cases: they may be read from end to end.</summary>
    public static IReadOnlySet<string> OfTheHouse { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "SearchProgress", "FactProgress", "FactTodos", "TeamMembers", "EscalationLadder", "CalendarDays" };

    /// <param name="id">The case that is looked at.</param>
    /// <param name="number">Its number.</param>
    /// <param name="institution">By whose cases are filtered.</param>
    /// <param name="owner">Whose cases are filtered.</param>
    /// <param name="cursors">After which case a later page begins.</param>
    public static IReadOnlyList<MainQuery> All(CaseId id, string number, InstitutionId institution, Guid owner, IReadOnlyDictionary<CaseSort, string?> cursors)
    {
        List<MainQuery> queries = [];
        foreach (var sort in Enum.GetValues<CaseSort>())
        {
            queries.Add(new($"All cases by {sort}", "zhao", new ListCases.Query(WorkView.All, new CaseFilter(), sort)));
            queries.Add(new($"All cases by {sort}, a later page", "zhao", new ListCases.Query(WorkView.All, new CaseFilter(), sort, cursors[sort])));
        }

        queries.AddRange(Enum.GetValues<WorkView>().Where(v => v is not WorkView.All).Select(view => new MainQuery($"Cases: {view}", "li", new ListCases.Query(view, new CaseFilter()))));
        queries.Add(new("Counts of the views", "li", new ListCases.CountQuery()));
        (string What, CaseFilter Filter)[] filters =
        [
            ("a status", new() { Statuses = [CaseStatus.Filed] }),
            ("an institution", new() { Institution = institution }),
            ("an owner", new() { Owner = OwnedBy.Person(owner) }),
            ("a priority", new() { Priority = Priority.Urgent }),
            ("a tag", new() { Tag = "word" }),
            ("a cause", new() { Cause = "ABNORMAL_TXN" }),
            ("an amount", new() { AmountFrom = 10_000 }),
            ("an age", new() { OlderThanDays = 30 }),
            ("words", new() { Text = "POS" }),
        ];
        queries.AddRange(filters.Select(f => new MainQuery($"Cases with {f.What}", "zhao", new ListCases.Query(WorkView.All, f.Filter))));
        queries.AddRange(
        [
            // Where many cases have it, the list is walked; that each is then asked by its own index is seen here.
            new("A case of an institution again", "li", new ListCases.AgainQuery([id.Value], WorkView.All, new CaseFilter { Institution = institution })),
            new("A merchant's cases", "huanan", new ListCases.Query(WorkView.All, new CaseFilter())),
            new("Search", "li", new SearchCases.Query("POS")),
            new("A merchant's search", "huanan", new SearchCases.Query("POS")),
            new("A case", "li", new ViewCase.Query(number)),
            new("A merchant's case", "huanan", new ViewCase.Query(number)),
            new("A case's history", "li", new ViewTimeline.Query(id)),
            new("Similar cases", "li", new ListSimilar.Query(id)),
            new("The next case", "li", new FindNextCase.Query()),
            new("Load of the team", "zhao", new ViewLoad.Query()),
            new("Notifications", "li", new ListNotifications.Query()),
            new("Incidents of a case", "li", new ViewIncidentsOfCase.Query(id)),
            new("Cases on the escalation ladder", "zhao", new ViewLadder.Query(null)),
            new("Where another ladder would place cases", "zhao", new ViewLadder.PreviewQuery(Ladder.Usual.Rungs)),
            new("Kinds of cases that ended differently", "zhao", new ViewConsistency.Query(90)),
            new("Cases of a kind", "zhao", new ViewConsistency.GroupQuery(new DecisionKind("ABNORMAL_TXN", "SettlementDelay", institution.Value), 90)),
            new("How like cases ended", "zhao", new ViewSimilarDecided.Query(id)),
        ]);
        queries.AddRange(Enum.GetValues<Board>().Select(board => new MainQuery($"Board {board}", "zhao", new ViewBoard.Query(board, new InsightFilter()))));
        return queries;
    }
}
