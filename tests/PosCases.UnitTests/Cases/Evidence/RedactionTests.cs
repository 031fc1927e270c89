using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Redaction;
using PosCases.Platform.Messages;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Evidence;

public sealed class RedactionTests
{
    private static readonly RedactionMark[] Marks = [new(1, RedactionLabel.CardNumber), new(2, RedactionLabel.Phone)];

    [Fact]
    public void A_copy_stands_beside_its_original_and_knows_it()
    {
        var made = Stage.Collecting();
        var original = HandIn(made);

        var copy = made.KeepRedaction(original, Stage.File("copy.pdf"), "the bank needs no number", Marks, Li, Now).Value;

        var kept = made.Evidence.Single(i => i.Id == copy);
        Assert.Equal((original, EvidenceStatus.Derived, "SALES_SLIP"), (kept.DerivedFrom, kept.Status, kept.Code));
        Assert.Equal(EvidenceStatus.Submitted, made.Evidence.Single(i => i.Id == original).Status);
        var record = Assert.Single(made.Redactions);
        Assert.Equal((original, copy, "the bank needs no number", "Li"), (record.OriginalId, record.CopyId, record.Reason, record.ByName));
        Assert.Equal(Marks, record.Marks);
        Assert.True(made.Events.Single(e => e.Kind == CaseEventKind.EvidenceRedacted).DeskOnly);
    }

    [Fact]
    public void A_copy_is_neither_judged_nor_taken_back_nor_sent_by_itself_nor_copied_again()
    {
        var made = Stage.Collecting();
        var original = HandIn(made);
        Stage.Do(made.JudgeEvidence(original, accepted: true, null, Li, Now));
        var copy = made.KeepRedaction(original, Stage.File("copy.pdf"), "why", Marks, Li, Now).Value;

        Assert.Equal(new NotFound("Evidence"), made.JudgeEvidence(copy, accepted: true, null, Li, Now).Error);
        Assert.Equal(new EvidenceJudged(), made.TakeEvidenceBack(copy, Li, Now).Error);
        Assert.Equal(new NotFound("Evidence"), made.RefusalToRedact(copy, Li));
        Assert.True(made.SendPapers(Li).Succeeded);
        Assert.Equal([original], made.Rounds[0].Papers.Select(p => p.ItemId));
    }

    [Fact]
    public void Only_the_owner_redacts_and_only_what_is_there()
    {
        var made = Stage.Collecting();
        var item = HandIn(made);

        Assert.IsType<NotTheOwner>(made.RefusalToRedact(item, Wang));
        Assert.IsType<NotTheOwner>(made.RefusalToRedact(item, Owner));
        Assert.Equal(new NotFound("Evidence"), made.RefusalToRedact(EvidenceItemId.New(), Li));
        Assert.Null(made.RefusalToRedact(item, Li));
    }

    private static EvidenceItemId HandIn(Case made) =>
        made.SubmitEvidence(made.Requirements[0].Id, "SALES_SLIP", Stage.File("slip.jpg"), Owner, Now).Value;
}
