using PosCases.Cases;
using PosCases.Cases.Relief;
using PosCases.Cases.Resolution;
using PosCases.Platform.Messages;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Relief;

public sealed class InterimTests
{
    private static readonly InterimTerms Wallet = new() { Code = "mobile-payment", StartsOn = Today, OwnName = true };

    [Fact]
    public void The_catalogue_has_every_alternative_once_and_whole_in_both_languages()
    {
        var catalogue = InterimCatalogue.Shipped;

        Assert.Equal(["T01", "T02", "T03", "T04", "T05", "T06", "T07"], catalogue.Options.Select(o => o.Source));
        Assert.Equal(catalogue.Options.Count, catalogue.Options.Select(o => o.Code).Distinct().Count());
        Assert.All(catalogue.Options, o => Assert.NotEmpty(o.Notes));
        Assert.All(
            catalogue.Warnings.Concat(catalogue.Options.SelectMany(o => o.Notes.Concat(o.Documents).Concat([o.Title, o.What, o.SetUp]))),
            text => Assert.False(string.IsNullOrWhiteSpace(text.Zh) || string.IsNullOrWhiteSpace(text.En)));
    }

    [Fact]
    public void Nothing_is_taken_into_the_plan_that_is_not_in_the_own_name_or_not_in_the_catalogue()
    {
        ChooseInterim.Validator rules = new();

        Assert.Equal("OwnName", Assert.Single(rules.Validate(new ChooseInterim.Command(CaseId.New(), Wallet with { OwnName = false })).Errors).ErrorCode);
        Assert.Equal("Terms.Code", Assert.Single(rules.Validate(new ChooseInterim.Command(CaseId.New(), Wallet with { Code = "a-friends-terminal" })).Errors).PropertyName);
        Assert.True(rules.Validate(new ChooseInterim.Command(CaseId.New(), Wallet)).IsValid);
    }

    [Fact]
    public void The_merchant_chooses_and_ends_a_way_himself()
    {
        var made = Stage.Filed();
        Stage.Do(made.ChooseInterim(Wallet with { DailyLimit = 5000m, Cost = "0.38 %", Contact = "95188" }, Owner, Now));

        Stage.Do(made.EndInterim(made.Interims[0].Id, "too dear", Owner, Now));

        Assert.Equal((Today, "too dear", "Chen"), (made.Interims[0].EndedOn, made.Interims[0].EndReason, made.Interims[0].EndedByName));
        Assert.Equal(new NotFound("Interim"), made.EndInterim(made.Interims[0].Id, "again", Owner, Now).Error);
        Assert.Equal(new CaseLocked(), Stage.Closed().ChooseInterim(Wallet, Owner, Now).Error);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Closing_asks_whether_a_running_way_ends_or_is_kept(bool ends)
    {
        var made = Stage.Talking();
        Stage.Do(made.ChooseInterim(Wallet, Owner, Now));
        ProposalRecord proposal = new() { Outcome = Outcome.FullyUnfrozen, Statement = "s", Proof = "p", Advice = "a" };

        var unanswered = made.ProposeResolution(proposal, Li, Now, Clock);
        Stage.Do(made.ProposeResolution(proposal with { EndsInterim = ends }, Li, Now, Clock));
        Stage.Do(made.Approve(null, Zhao, Now, Clock));

        Assert.Equal("Proposal.EndsInterim", Assert.IsType<Invalid>(unanswered.Error).Fields[0].Field);
        Assert.Equal(ends ? Today : null, made.Interims[0].EndedOn);
        Stage.Do(ends ? Result.Ok : made.EndInterim(made.Interims[0].Id, "not needed", Owner, Now));
    }
}
