using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using PosCases.Platform;

namespace PosCases.Insight;

/// <summary>What a figure is counted in.</summary>
public enum FigureUnit
{
    /// <summary>Cases.</summary>
    Cases,

    /// <summary>Times.</summary>
    Times,

    /// <summary>Yuan, two decimals.</summary>
    Yuan,

    /// <summary>Hours, one decimal.</summary>
    Hours,

    /// <summary>Days, one decimal.</summary>
    Days,

    /// <summary>Percent, one decimal.</summary>
    Percent,

    /// <summary>Marks from 1 to 5, two decimals.</summary>
    Stars,
}

/// <summary>How the values of a figure become one.</summary>
public enum FigureAggregate
{
    /// <summary>How many.</summary>
    Count,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>The mean.</summary>
    Average,

    /// <summary>Nearest-rank median.</summary>
    Median,

    /// <summary>Nearest-rank 90th percentile.</summary>
    P90,

    /// <summary>Those that hit among all, in percent.</summary>
    Share,
}

/// <summary>By what a figure is told apart.</summary>
public enum FigureKey
{
    /// <summary>One value.</summary>
    None,

    /// <summary>Days, put together to weeks or months where there are many.</summary>
    Day,

    /// <summary>Work status.</summary>
    Stage,

    /// <summary>Days since filing, in groups.</summary>
    Age,

    /// <summary>Whose time it was.</summary>
    Side,

    /// <summary>Answer or promise.</summary>
    Promise,

    /// <summary>Rule of a legal deadline.</summary>
    Rule,

    /// <summary>Kind of clock.</summary>
    Clock,

    /// <summary>Outcome.</summary>
    Outcome,

    /// <summary>1 to 5.</summary>
    Stars,

    /// <summary>Deducted or paid back.</summary>
    Taken,

    /// <summary>Cause.</summary>
    Cause,

    /// <summary>Region.</summary>
    Region,

    /// <summary>Terminal model.</summary>
    Model,

    /// <summary>Institution.</summary>
    Institution,

    /// <summary>Playbook and version.</summary>
    Playbook,
}

/// <summary>The boards.</summary>
public enum Board
{
    /// <summary>The most important of every board.</summary>
    Overview,

    /// <summary>Inflow, backlog, time.</summary>
    Flow,

    /// <summary>Clocks.</summary>
    Clocks,

    /// <summary>Outcomes.</summary>
    Outcomes,

    /// <summary>Money.</summary>
    Money,

    /// <summary>Causes, regions, models.</summary>
    Causes,

    /// <summary>Institutions.</summary>
    Institutions,

    /// <summary>Playbooks.</summary>
    Playbooks,
}

/// <summary>The one definition of a figure.</summary>
public sealed record Figure
{
    /// <summary>Stable code; also the drill-down's <c>figure</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Where it stands.</summary>
    public required IReadOnlyList<Board> Boards { get; init; }

    /// <summary>In what.</summary>
    public required FigureUnit Unit { get; init; }

    /// <summary>How values become one.</summary>
    public required FigureAggregate Aggregate { get; init; }

    /// <summary>By what it is told apart.</summary>
    public required FigureKey Key { get; init; }

    /// <summary>Name.</summary>
    public required Bilingual Name { get; init; }

    /// <summary>What is counted, and when.</summary>
    public required Bilingual Counts { get; init; }

    /// <summary>What becomes of missing values.</summary>
    public required Bilingual Missing { get; init; }

    /// <summary>Whether it tells of the present moment, so that there is nothing to compare it with.</summary>
    public bool IsNow => Code is "backlog" or "ageing" or "overdue" or "remaining";

    /// <summary>Whether small numbers make it say little.</summary>
    public bool NeedsSample => Aggregate is FigureAggregate.Share or FigureAggregate.Median or FigureAggregate.P90 or FigureAggregate.Average;
}

/// <summary>Every figure that the product shows; docs/figures.md is written from it.</summary>
public static class Figures
{
    /// <summary>Below so many a share, a median or a mean says little.</summary>
    public const int SmallSample = 10;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>All, in the order in which they are shown.</summary>
    public static IReadOnlyList<Figure> All { get; } = Read();

    private static readonly FrozenDictionary<string, Figure> ByCode = All.ToFrozenDictionary(f => f.Code, StringComparer.Ordinal);

    /// <summary>One by its code; none where there is no such figure.</summary>
    public static Figure? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    /// <summary>Those of a board.</summary>
    public static IEnumerable<Figure> Of(Board board) => All.Where(f => f.Boards.Contains(board));

    private static List<Figure> Read()
    {
        using var stream = typeof(Figures).Assembly.GetManifestResourceStream("PosCases.Insight.Library.figures.json")
            ?? throw new InvalidOperationException("The figures are not embedded.");
        return JsonSerializer.Deserialize<List<Figure>>(stream, Options)!;
    }
}
