using PosCases.Cases.Filing;
using PosCases.Platform.Security;

namespace PosCases.Cases.Impact;

/// <summary>Who said a figure. Nobody has verified it: it is a statement.</summary>
public enum ImpactTeller
{
    /// <summary>报案时所述: told by whoever filed.</summary>
    Filing,

    /// <summary>商户所述.</summary>
    Merchant,

    /// <summary>客服代录: written down by the desk as it was told.</summary>
    Desk,
}

/// <summary>Who said a figure, and when.</summary>
/// <param name="Teller">Which side.</param>
/// <param name="Name">Name at the time; none for what was told at filing.</param>
/// <param name="At">When.</param>
public sealed record FigureMark(ImpactTeller Teller, string? Name, DateTimeOffset At);

/// <summary>What was said of the impact at one time. Never changed: a later one takes its place, the newest counts.</summary>
public sealed class ImpactStatement
{
    private ImpactStatement()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>Counts the case's statements from 1.</summary>
    public int Number { get; private init; }

    /// <summary>The figures.</summary>
    public ImpactForm Form { get; private init; } = new();

    /// <summary>Who said each figure.</summary>
    public IReadOnlyDictionary<ImpactFigure, FigureMark> Marks { get; private init; } = new Dictionary<ImpactFigure, FigureMark>();

    /// <summary>Written by.</summary>
    public Guid ById { get; private init; }

    /// <summary>Name at the time.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>Written at.</summary>
    public DateTimeOffset At { get; private init; }

    internal static ImpactStatement Of(CaseId caseId, ImpactReading before, ImpactForm form, Actor by, DateTimeOffset at)
    {
        FigureMark mine = new(by.IsMerchant ? ImpactTeller.Merchant : ImpactTeller.Desk, by.Name, at);
        return new ImpactStatement
        {
            Id = Guid.NewGuid(),
            CaseId = caseId,
            Number = before.Number + 1,
            Form = form,
            Marks = Enum.GetValues<ImpactFigure>()
                .Where(figure => ImpactFigures.IsStated(form, figure))
                .ToDictionary(
                    figure => figure,
                    figure => ImpactFigures.Same(before.Form, form, figure) && before.Marks.TryGetValue(figure, out var known) ? known : mine),
            ById = by.Id,
            ByName = by.Name,
            At = at,
        };
    }
}

/// <summary>What is known of the impact: the newest statement or, before there is one, what was told at filing.</summary>
/// <param name="Number">Number of the statement; 0 before there is one.</param>
/// <param name="Form">The figures.</param>
/// <param name="Marks">Who said each.</param>
/// <param name="At">When it was written.</param>
public sealed record ImpactReading(int Number, ImpactForm Form, IReadOnlyDictionary<ImpactFigure, FigureMark> Marks, DateTimeOffset At)
{
    internal static ImpactReading Of(IEnumerable<ImpactStatement> statements, FilingForm told, DateTimeOffset filedAt)
    {
        if (statements.MaxBy(s => s.Number) is { } newest)
        {
            return new ImpactReading(newest.Number, newest.Form, newest.Marks, newest.At);
        }

        var form = ImpactForm.Told(told);
        FigureMark mark = new(ImpactTeller.Filing, null, filedAt);
        return new ImpactReading(
            0, form, Enum.GetValues<ImpactFigure>().Where(f => ImpactFigures.IsStated(form, f)).ToDictionary(f => f, _ => mark), filedAt);
    }
}

/// <summary>Reads one figure of a form.</summary>
internal static class ImpactFigures
{
    /// <summary>Whether anything was said.</summary>
    public static bool IsStated(ImpactForm form, ImpactFigure figure) => Parts(form, figure).Any(p => p is not null and not "");

    /// <summary>Whether two forms say the same.</summary>
    public static bool Same(ImpactForm one, ImpactForm other, ImpactFigure figure) => Parts(one, figure).SequenceEqual(Parts(other, figure));

    private static IEnumerable<object?> Parts(ImpactForm form, ImpactFigure figure) => figure switch
    {
        ImpactFigure.CashOnHand => [form.CashOnHand],
        ImpactFigure.CashDays => [form.CashDays],
        ImpactFigure.DailyTakings => [form.DailyTakings],
        ImpactFigure.Margin => [form.MarginPercent],
        ImpactFigure.Stopped => [form.StoppedSince, form.StoppedUntil],
        ImpactFigure.LostShare => [form.LostSharePercent],
        ImpactFigure.FixedCosts => [form.FixedCosts],
        ImpactFigure.Payables => form.Payables,
        ImpactFigure.PayableDates => form.Payables.Select(p => (object?)p.DueOn),
        ImpactFigure.Refunds => [.. form.Refunds, form.RefundCount],
        ImpactFigure.Customers => [form.Customers],
        ImpactFigure.Complaints => [form.Complaints],
        ImpactFigure.Outlets => [form.StoppedOutlets],
        ImpactFigure.Terminals => [form.StoppedTerminals],
        ImpactFigure.Orders => [form.LostOrders],
        ImpactFigure.MoneyLost => [form.MoneyLost],
        ImpactFigure.Channels => [form.Channels],
        ImpactFigure.Effects => form.Effects.Order().Select(e => (object?)e),
        ImpactFigure.Note => [form.Note],
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, null),
    };
}
