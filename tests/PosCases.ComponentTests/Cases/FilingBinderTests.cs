using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using PosCases.Cases.Filing;
using PosCases.Web.Cases.Wizard;

namespace PosCases.ComponentTests.Cases;

public sealed class FilingBinderTests
{
    [Fact]
    public void Only_the_fields_of_the_posted_step_are_bound()
    {
        var stored = new FilingForm { ToldBy = NoticeChannel.Sms, Region = "Old" };

        var bound = FilingBinder.Bind(stored, 2, Posted(("ToldBy", "Phone"), ("Region", " New "), ("Measure", "ReceiptLimit")));

        Assert.Equal(new { ToldBy = (NoticeChannel?)NoticeChannel.Sms, Region = (string?)"New", Measure = (MeasureKind?)MeasureKind.ReceiptLimit },
            new { bound.Form.ToldBy, bound.Form.Region, bound.Form.Measure });
        Assert.Empty(bound.Unreadable);
    }

    [Fact]
    public void A_field_that_was_not_posted_keeps_what_is_stored_and_a_blank_one_loses_it()
    {
        var stored = new FilingForm { Teller = "Somebody", Wording = "Words", ToldBy = NoticeChannel.Phone };

        var bound = FilingBinder.Bind(stored, 1, Posted(("Wording", " ")));

        Assert.Equal("Somebody", bound.Form.Teller);
        Assert.Null(bound.Form.Wording);
        Assert.Equal(NoticeChannel.Phone, bound.Form.ToldBy);
    }

    [Fact]
    public void Boxes_that_are_no_longer_ticked_are_no_longer_answers()
    {
        var stored = new FilingForm { Before = [PriorEvent.LargeSale, PriorEvent.NewTerminal] };

        var bound = FilingBinder.Bind(stored, 4, Posted(("Before", "NewTerminal"), ("Before", "NewTerminal"), ("Before", "Nonsense")));

        Assert.Equal([PriorEvent.NewTerminal], bound.Form.Before);
    }

    [Fact]
    public void Nothing_was_demanded_only_when_no_demand_is_ticked()
    {
        Assert.True(FilingBinder.Bind(new(), 1, Posted(("Demands", "None"))).Form.NothingDemanded);

        var slip = FilingBinder.Bind(new(), 1, Posted(("Demands", "None"), ("Demands", "Fee"))).Form;
        Assert.False(slip.NothingDemanded);
        Assert.Equal([Demand.Fee], slip.Demands);
    }

    [Theory]
    [InlineData("Amount", 2, "forty", "AmountUnreadable")]
    [InlineData("Amount", 2, "1.234", "AmountUnreadable")]
    [InlineData("Since", 2, "yesterday", "DateUnreadable")]
    [InlineData("CashDays", 4, "-3", "NumberUnreadable")]
    [InlineData("Measure", 2, "7", "UnknownCode")]
    [InlineData("Institution", 3, "abc", "UnknownCode")]
    public void What_cannot_be_read_is_named_and_keeps_what_is_stored(string field, int step, string typed, string code)
    {
        var stored = new FilingForm { Amount = 5m, CashDays = 6 };

        var bound = FilingBinder.Bind(stored, step, Posted((field, typed)));

        Assert.Equal((field, code), (Assert.Single(bound.Unreadable).Field, bound.Unreadable[0].Code));
        Assert.Equal((5m, 6), (bound.Form.Amount, bound.Form.CashDays));
    }

    [Fact]
    public void Amounts_and_numbers_are_read_as_people_type_them()
    {
        Assert.Equal(48200m, FilingBinder.Bind(new(), 2, Posted(("Amount", "\u00A548,200"))).Form.Amount);
        Assert.Equal(7, FilingBinder.Bind(new(), 4, Posted(("CashDays", "\uFF17"))).Form.CashDays);
    }

    [Fact]
    public void What_was_typed_is_shown_again_even_if_it_cannot_be_read()
    {
        var posted = Posted(("Amount", "forty"));
        var answers = new FilingAnswers(FilingBinder.Bind(new FilingForm { Amount = 5m, Region = "Here" }, 2, posted).Form, posted);

        Assert.Equal("forty", answers.Text("Amount"));
        Assert.Equal("Here", answers.Text("Region"));
        Assert.Equal("5.00", new FilingAnswers(new FilingForm { Amount = 5m }, null).Text("Amount"));
    }

    [Fact]
    public void Every_question_stands_in_one_step_and_can_be_shown()
    {
        var fields = Enumerable.Range(1, FilingSteps.Count).SelectMany(FilingSteps.Of).ToList();

        // Beside a tick that is part of another question, what came along from triage and the self-check is not asked again.
        string[] unasked = [nameof(FilingForm.NothingDemanded), nameof(FilingForm.Triage), nameof(FilingForm.Device)];
        Assert.Equal(
            typeof(FilingForm).GetProperties().Select(p => p.Name).Except(unasked).Order(StringComparer.Ordinal),
            fields.Order(StringComparer.Ordinal));
        Assert.All(fields, field => Assert.Contains(field, FilingSteps.Of(FilingSteps.With(field))));
    }

    static FormCollection Posted(params (string Name, string Value)[] fields) => new(
        fields.GroupBy(f => f.Name).ToDictionary(g => g.Key, g => new StringValues([.. g.Select(f => f.Value)])));
}
