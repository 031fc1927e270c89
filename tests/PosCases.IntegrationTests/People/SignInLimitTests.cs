using System.Net;
using Microsoft.AspNetCore.Hosting;

namespace PosCases.IntegrationTests.People;

public sealed class SignInLimitTests(SignInLimitTests.StrictHost host) : IClassFixture<SignInLimitTests.StrictHost>
{
    [Fact]
    public async Task Tries_without_end_from_one_address_are_slowed_down_in_plain_words()
    {
        using var visitor = new Visitor(host, "en");

        await visitor.SignInAsync("first@example.cn", "wrong");
        await visitor.SignInAsync("second@example.cn", "wrong");
        var third = await visitor.SignInAsync("third@example.cn", "wrong");

        Assert.Equal(HttpStatusCode.TooManyRequests, third.Status);
        Assert.Contains("wait a minute", third.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account/sign-in")).Status);
    }

    public sealed class StrictHost : AccountHost
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Security:SignInsPerMinute", "2");
        }
    }
}
