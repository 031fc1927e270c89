using System.Net;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests;

public sealed class HostTests(TestHost host) : IClassFixture<TestHost>
{
    [Theory]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/lib/tabler.min.css")]
    [InlineData("/lib/icons.svg")]
    [InlineData("/lib/charts.js")]
    public async Task The_browser_files_are_served(string path)
    {
        using var client = host.CreateClient();

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
