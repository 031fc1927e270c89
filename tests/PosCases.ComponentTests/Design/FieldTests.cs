using PosCases.Web.Design;

namespace PosCases.ComponentTests.Design;

public sealed class FieldTests : DesignContext
{
    [Fact]
    public void Label_hint_and_error_belong_to_the_input()
    {
        var field = Render<Field>(p => p
            .Add(f => f.Label, "Phone").Add(f => f.Name, "Input.Phone").Add(f => f.Hint, "mobile").Add(f => f.Error, "too short").Add(f => f.Required, true)
            .AddChildContent<TextInput>(i => i.Add(t => t.Value, "1").AddUnmatched("autocomplete", "tel")));

        var input = field.Find("input");

        Assert.Equal("Input.Phone", input.GetAttribute("name"));
        Assert.Equal(field.Find("label").GetAttribute("for"), input.Id);
        Assert.Equal("f-Input-Phone-hint f-Input-Phone-error", input.GetAttribute("aria-describedby"));
        Assert.Equal("too short", field.Find("#f-Input-Phone-error").TextContent.Trim());
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("true", input.GetAttribute("aria-required"));
        Assert.Equal("tel", input.GetAttribute("autocomplete"));
    }

    [Fact]
    public void A_field_finds_its_own_problem_among_those_of_the_form()
    {
        IReadOnlyList<FieldProblem> problems = [new("Other", "no"), new("Phone", "too short")];

        var field = Render<Field>(p => p.AddCascadingValue(problems).Add(f => f.Label, "Phone").Add(f => f.Name, "Phone").AddChildContent<TextInput>());

        Assert.Equal("too short", field.Find(".field-error").TextContent.Trim());
    }

    [Fact]
    public void The_summary_of_problems_leads_to_the_fields()
    {
        IReadOnlyList<FieldProblem> problems = [new("Input.Phone", "too short"), new("", "try again later")];

        var errors = Render<FormErrors>(p => p.Add(e => e.Items, problems));

        Assert.Equal("f-Input-Phone", errors.Find("a").GetAttribute("data-focus"));
        Assert.Equal(2, errors.FindAll("li").Count);
    }

    [Fact]
    public void Check_cards_keep_the_order_of_the_choices()
    {
        IReadOnlyList<string>? chosen = ["b"];
        IReadOnlyList<Choice> choices = [new("a", "A"), new("b", "B"), new("c", "C")];
        var cards = Render<CheckCards>(p => p.Add(c => c.Choices, choices).Bind(c => c.Value, chosen, value => chosen = value));

        cards.FindAll("input")[0].Change(true);

        Assert.Equal(["a", "b"], chosen);
    }

    [Fact]
    public void An_upload_inside_another_form_does_not_post_its_token_with_it()
    {
        var box = Render<UploadBox>(p => p.Add(u => u.Url, "/upload").Add(u => u.Label, "Evidence")
            .Add(u => u.Extra, new Dictionary<string, string> { ["item"] = "7" }));

        Assert.All(box.FindAll("input"), input => Assert.StartsWith("f-", input.GetAttribute("form"), StringComparison.Ordinal));
        Assert.Equal("7", box.Find("input[name=item]").GetAttribute("value"));
    }

    [Theory]
    [InlineData("zh-CN", "暂停", "没有网络，恢复后自动接着传")]
    [InlineData("en", "Pause", "No connection. It goes on by itself when the connection is back")]
    public void An_upload_says_in_both_languages_how_it_stands_and_tells_a_screen_reader_apart_from_the_list(string culture, string pause, string offline)
    {
        Speak(culture);
        var box = Render<UploadBox>(p => p.Add(u => u.Url, "/cases/FZ-1/uploads").Add(u => u.Label, "Evidence"));

        Assert.Equal((pause, offline), (box.Find(".upload").GetAttribute("data-text-pause"), box.Find(".upload").GetAttribute("data-text-offline")));
        Assert.Equal("/cases/FZ-1/uploads", box.Find(".upload").GetAttribute("data-upload"));
        Assert.False(box.Find(".upload-list").HasAttribute("aria-live"));
        Assert.Equal("status", box.Find("[data-upload-say]").GetAttribute("role"));
    }
}
