using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.People;
using PosCases.Platform.Security;
using PosCases.Web.Api;

namespace PosCases.IntegrationTests.Api;

/// <summary>Every endpoint, with every scope, for every role, on one's own case and on another's.</summary>
[Collection(ApiHost.Name)]
public sealed class ApiScopeTests(ApiHost app)
{
    private static readonly TokenScopes[] Scopes = [TokenScopes.Read, TokenScopes.Write, TokenScopes.Evidence];

    // What only the desk, or only a supervisor, may send; the rest is open to both sides.
    private static readonly string[] DeskOnly = ["listNotes", "addNote", "act-start-verification", "act-confirm-genuine", "act-confirm-fake", "act-confirm-not-a-freeze",
        "act-submit-to-institution", "act-request-more-evidence", "act-propose-resolution", "act-wait", "act-wake", "act-mark-duplicate", "act-confirm-withdrawal"];

    private static readonly string[] SupervisorOnly = ["act-approve", "act-return", "act-undo-merge", "act-take-legal-route", "act-reopen", "exportCases"];

    private IReadOnlyList<(string Method, string Path, ApiOperation Said)> Endpoints =>
        [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal))
            .Select(e => (e.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods[0], e.RoutePattern.RawText!, e.Metadata.GetRequiredMetadata<ApiOperation>()))];

    [Theory]
    [InlineData("li")]
    [InlineData("zhao")]
    [InlineData("huanan")]
    [InlineData("admin")]
    public async Task An_endpoint_opens_with_its_scope_alone_and_only_for_the_roles_that_may(string person)
    {
        var (id, number) = await app.WorkedCaseAsync();
        var item = await app.AskAsync(db => db.Set<Case>().Where(c => c.Id == id).SelectMany(c => c.Evidence).Select(e => e.Id).FirstAsync());
        foreach (var scope in Scopes)
        {
            using var program = await app.ProgramOf(person, scope);
            foreach (var (method, path, said) in Endpoints.Where(e => e.Said.Id is not "getMe"))
            {
                var answer = await SendAsync(program, method, path, said, number, item.Value);

                var mayRole = person != "admin" && (!DeskOnly.Contains(said.Id) || person is "li" or "zhao") && (!SupervisorOnly.Contains(said.Id) || person == "zhao");
                var what = $"{person} {scope} {said.Id}: {(int)answer.Status} {answer.Text}";
                if (!mayRole)
                {
                    Assert.True(answer.Status == HttpStatusCode.Forbidden && answer.Code == "NotPermitted", what);
                }
                else if (!said.Scope.HasFlag(scope))
                {
                    Assert.True(answer.Status == HttpStatusCode.Forbidden && answer.Code == "Token.ScopeMissing", what);
                }
                else
                {
                    // What it may send is carried out, or refused for what it is.
                    Assert.True(answer.Status is not (HttpStatusCode.Unauthorized or HttpStatusCode.NotFound or HttpStatusCode.InternalServerError) && !answer.Text.Contains("Token.ScopeMissing", StringComparison.Ordinal)
                        && !answer.Text.Contains("\"NotPermitted\"", StringComparison.Ordinal), what);
                }
            }
        }
    }

    [Fact]
    public async Task The_case_of_another_merchant_does_not_exist()
    {
        var (id, number) = await app.WorkedCaseAsync();
        var item = await app.AskAsync(db => db.Set<Case>().Where(c => c.Id == id).SelectMany(c => c.Evidence).Select(e => e.Id).FirstAsync());
        var own = app.CallerOf("huanan").Id;
        var other = await app.AskAsync(db => db.People.Where(p => p.Role == Role.MerchantOwner && p.Id != own).Select(p => p.UserName!).FirstAsync());
        using var program = await app.ProgramOf(other.Split('@')[0]);

        foreach (var (method, path, said) in Endpoints.Where(e => e.Path.Contains('{', StringComparison.Ordinal)))
        {
            var answer = await SendAsync(program, method, path, said, number, item.Value);

            var expected = DeskOnly.Contains(said.Id) && method == "GET" ? "NotFound.Case" : answer.Code;
            Assert.True(answer.Status == HttpStatusCode.NotFound && answer.Code.StartsWith("NotFound.", StringComparison.Ordinal) && expected == answer.Code, $"{said.Id}: {answer.Text}");
        }
    }

    private static Task<ApiHost.Answer> SendAsync(ApiHost.Program program, string method, string path, ApiOperation said, string number, Guid item)
    {
        var address = path.Replace("{number}", number, StringComparison.Ordinal).Replace("{id:guid}", $"{item}", StringComparison.Ordinal);
        if (method == "GET")
        {
            return program.GetAsync(address);
        }

        // An outdated version: nothing happens to the case that other tests look at.
        return said.Id == "addEvidence"
            ? program.PostBytesAsync(address + "?code=NO_SUCH", TestSupport.Pictures.Png(10))
            : program.SendAsync(HttpMethod.Post, address, new StringContent(BodyOf(said.Id), System.Text.Encoding.UTF8, "application/json"), $"{Guid.NewGuid()}", $"\"{Guid.NewGuid():N}\"");
    }

    private static string BodyOf(string operation) => operation switch
    {
        "createCase" => "{}",
        "addNote" or "postMessage" => """{"text":""}""",
        _ => ApiExamples.Of(operation)?.ToJsonString() ?? "{}",
    };
}
