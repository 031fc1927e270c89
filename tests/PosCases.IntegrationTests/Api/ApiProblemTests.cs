using System.Net;
using Microsoft.AspNetCore.Http;
using PosCases.Seeding;
using PosCases.TestSupport;
using PosCases.Web.Api;

namespace PosCases.IntegrationTests.Api;

/// <summary>Whatever goes wrong is told as problem+json with a stable code.</summary>
[Collection(ApiHost.Name)]
public sealed class ApiProblemTests(ApiHost app)
{
    [Theory]
    [InlineData("{", null)]
    [InlineData("[]", null)]
    [InlineData("""{"colour":"red"}""", "colour")]
    [InlineData("""{"toldBy":"dove"}""", "toldBy")]
    [InlineData("""{"toldBy":1}""", "toldBy")]
    [InlineData("""{"amount":"12"}""", "amount")]
    [InlineData("""{"demands":["fee",7]}""", "demands[1]")]
    public async Task What_cannot_be_read_is_refused_with_the_place(string body, string? field)
    {
        using var program = await app.ProgramOf("huanan");

        var answer = await program.PostTextAsync("cases", body);

        Assert.Equal((HttpStatusCode.BadRequest, field is null ? "Api.Unreadable" : "Invalid"), (answer.Status, answer.Code));
        if (field is not null)
        {
            Assert.True(answer.Json.GetProperty("errors").TryGetProperty(field, out _), answer.Text);
        }
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Every_wrong_field_is_named_in_the_language_that_is_asked_for(string language)
    {
        using var program = await app.ProgramOf("huanan", language: language);

        var answer = await program.PostAsync("cases", new { accountTail = "12345", amount = -1 });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Invalid"), (answer.Status, answer.Code));
        var errors = answer.Json.GetProperty("errors");
        Assert.Equal(
            ["accountTail", "amount", "demands", "imposedBy", "measure", "reason", "toldBy"],
            errors.EnumerateObject().Select(e => e.Name).Order(StringComparer.Ordinal));
        Assert.Equal("Unanswered", errors.GetProperty("measure")[0].GetProperty("code").GetString());
        Assert.Equal(language == "zh-CN", errors.GetProperty("measure")[0].GetProperty("message").GetString()!.Any(c => c > 0x3000));
        Assert.Equal(language, answer.Headers["Content-Language"]);
    }

    [Fact]
    public async Task An_action_needs_a_key_a_version_and_the_newest_one()
    {
        var (_, number) = await app.CaseAtAsync(DemoPath.Filed);
        using var agent = await app.ProgramOf("li");
        var path = $"cases/{number}/actions/start-verification";
        var version = (await agent.GetAsync($"cases/{number}")).Tag;

        Assert.Equal((HttpStatusCode.BadRequest, "Api.KeyMissing"), Of(await agent.PostAsync(path, null, key: "", version: version)));
        Assert.Equal((HttpStatusCode.PreconditionRequired, "Api.VersionMissing"), Of(await agent.PostAsync(path, null)));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "Conflict"), Of(await agent.PostAsync(path, null, version: $"\"{Guid.NewGuid():N}\"")));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "Conflict"), Of(await agent.PostAsync(path, null, version: "*")));
        Assert.Equal(HttpStatusCode.OK, (await agent.PostAsync(path, null, version: version)).Status);
    }

    [Fact]
    public async Task What_the_case_does_not_allow_is_refused_with_the_code_of_the_screens()
    {
        var (_, number) = await app.CaseAtAsync(DemoPath.Filed);
        using var agent = await app.ProgramOf("li");
        var version = (await agent.GetAsync($"cases/{number}")).Tag;

        Assert.Equal((HttpStatusCode.Conflict, "Case.MoveRefused"), Of(await agent.PostAsync($"cases/{number}/actions/wake", null, version: version)));
    }

    [Fact]
    public async Task Addresses_methods_kinds_and_sizes_that_are_not_taken_are_told_as_problems()
    {
        using var program = await app.ProgramOf("huanan");
        var (_, number) = await app.WorkedCaseAsync();

        Assert.Equal((HttpStatusCode.NotFound, "NotFound.Address"), Of(await program.GetAsync("nothing/here")));
        Assert.Equal((HttpStatusCode.NotFound, "NotFound.Case"), Of(await program.GetAsync("cases/FZ-2026-999999")));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "Api.WrongMethod"), Of(await program.SendAsync(HttpMethod.Delete, "cases")));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "Api.WrongMediaType"), Of(await program.SendAsync(HttpMethod.Post, "cases", new StringContent("x"), "k")));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await program.PostBytesAsync($"cases/{number}/evidence?name=a.png", new byte[ApiHost.LargestFile + 1])).Status);
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "Evidence.NotAcceptable.Program"), Of(await program.PostBytesAsync($"cases/{number}/evidence?name=a.exe", [0x4d, 0x5a, 0, 0])));
        Assert.Equal((HttpStatusCode.NotFound, "NotFound.Requirement"), Of(await program.PostBytesAsync($"cases/{number}/evidence?requirement={Guid.NewGuid()}", Pictures.Png(9))));
        Assert.Equal(HttpStatusCode.BadRequest, (await program.PostBytesAsync($"cases/{number}/evidence?requirement=one", Pictures.Png(9))).Status);
    }

    [Fact]
    public async Task A_card_number_in_a_text_is_masked_and_the_program_is_told()
    {
        using var program = await app.ProgramOf("huanan");
        var (_, number) = await app.CaseAtAsync(DemoPath.Filed);

        var answer = await program.PostAsync($"cases/{number}/messages", new { text = "my card 6222021234567890128" });

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.DoesNotContain("6222021234567890128", (await program.GetAsync($"cases/{number}/messages")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_of_the_minute_is_told_and_one_request_too_many_is_turned_away()
    {
        var clock = new TestClock();
        clock.StopAt(new DateTimeOffset(2026, 11, 22, 1, 0, 20, TimeSpan.Zero));
        var passed = 0;
        var limit = new ApiLimit(Count, new ApiLimiter(clock), new ApiOptions { StrangersPerMinute = 2 });
        var http = new DefaultHttpContext();
        Task Count(HttpContext _)
        {
            passed++;
            return Task.CompletedTask;
        }

        await limit.InvokeAsync(http);
        Assert.Equal(["2", "1", "40"], new[] { "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset" }.Select(name => http.Response.Headers[name].ToString()));
        await limit.InvokeAsync(http);
        var refused = await Assert.ThrowsAsync<ApiRefusal>(() => limit.InvokeAsync(http));
        Assert.Equal((429, "40", 2), (refused.Status, (string?)http.Response.Headers.RetryAfter, passed));

        clock.StopAt(new DateTimeOffset(2026, 11, 22, 1, 1, 0, TimeSpan.Zero));
        await limit.InvokeAsync(http);
        Assert.Equal(3, passed);
    }

    private static (HttpStatusCode, string) Of(ApiHost.Answer answer) => (answer.Status, answer.Code);
}
