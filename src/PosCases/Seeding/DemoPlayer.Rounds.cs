using PosCases.Calendar;
using PosCases.Cases.Communication;
using PosCases.Cases.Deadlines;
using PosCases.Cases.Evidence;

namespace PosCases.Seeding;

/// <summary>Refusals, further rounds and deadlines of the demo world.</summary>
internal sealed partial class DemoPlayer
{
    /// <summary>Numbers of the cases whose late clocks nobody takes note of.</summary>
    public HashSet<string> Neglected { get; } = new(StringComparer.Ordinal);

    private Refusal No(bool isFinal) => new("TRADE_NOT_PROVEN", ["DELIVERY_NOTE"], isFinal, isFinal ? story.NextRoute : null);

    private Task RefuseAsync(bool isFinal, CancellationToken ct) => AnswerAsync(InstitutionAnswer.Refused, say.Refused, ct, No(isFinal));

    // Exactly what the refusal named, and the papers again.
    private async Task SendAgainAsync(CancellationToken ct)
    {
        await Agent(
            c => new RequestMoreEvidence.Command(
                c.Case.Id, c.Case.Version, PartyOf(c), say.Refused,
                [.. c.Case.Rounds[^1].Missing.Select(code => new EvidenceAsk([code], RequirementLevel.Required, say.MissingWhyZh, say.MissingWhyEn))]),
            ct);
        await UploadAsync(ct);
        await AcceptAsync(ct);
        var due = Platform.ShanghaiTime.DateOf(clock.GetUtcNow()).AddDays(5);
        await Agent(
            c => new SubmitToInstitution.Command(
                c.Case.Id, c.Case.Version, PartyOf(c), Medium.Portal, say.Receipt + number[^4..] + "-2", say.Cover, due),
            ct);
    }

    private async Task NoticeAsync(double daysAgo, CancellationToken ct) => await Agent(
        c => new SetLegalDeadline.Command(c.Case.Id, c.Case.Version, new DeadlineForm
        {
            StartsAt = present.AddDays(-daysAgo),
            Title = say.NoticeTitle,
            Duty = Duty.Ours,
            Amount = 5,
            Unit = TermUnit.Days,
            Rollover = Rollover.ToWorkingDay,
            Basis = say.NoticeBasis,
            Source = say.NoticeSource,
            Label = DeadlineSource.Document,
        }),
        ct);
}
