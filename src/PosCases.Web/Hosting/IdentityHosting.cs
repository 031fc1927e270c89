using System.Globalization;
using System.Threading.RateLimiting;
using MediatR;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Localization;
using PosCases.People;
using PosCases.Web.Account;
using PosCases.Web.Api;

namespace PosCases.Web.Hosting;

/// <summary>Everything the host needs to know who is there: two lines in Program, <c>AddAccounts</c> and <c>UseAccounts</c>.</summary>
internal static class IdentityHosting
{
    /// <summary>Name of the limit on tries to sign in, per address and minute.</summary>
    public const string SignInLimit = "sign-in";

    /// <summary>Registers cookies, circuits' sessions, the mediator of pages, languages and the limit on tries.</summary>
    public static WebApplicationBuilder AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(builder.Configuration.GetSection("Security").Get<SecurityOptions>() ?? new());
        services.AddSingleton(builder.Configuration.GetSection("Demo").Get<DemoSignIns>() ?? new());
        services.AddHttpContextAccessor();
        services.AddScoped<IMediator, CallerMediator>();
        services.AddScoped<AuthenticationStateProvider, CircuitSession>();
        services.AddCascadingAuthenticationState();
        services.AddSingleton<LinkTokens>();
        services.AddSingleton<SessionCheck>();
        services.AddSessionCookies();
        services.AddAuthorization();
        services.AddLanguages();
        services.AddSignInLimit(builder.Configuration.GetValue("Security:SignInsPerMinute", 30));
        return builder;
    }

    /// <summary>Who is there, in which language, and whether they have to set up the second factor first.</summary>
    public static WebApplication UseAccounts(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseRequestLocalization();
        app.Use(EnrolFirst);
        app.UseWhen(ApiHosting.IsApi, api => api.UseMiddleware<ApiLimit>());
        app.UseAuthorization();
        app.UseRateLimiter();
        return app;
    }

    private static void AddSessionCookies(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, cookie =>
            {
                Harden(cookie, "poscases");
                cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
                cookie.SlidingExpiration = true;
                cookie.LoginPath = "/account/sign-in";
                cookie.AccessDeniedPath = "/refused";
                cookie.ReturnUrlParameter = "returnUrl";
                cookie.EventsType = typeof(SessionCheck);
            })
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie =>
            {
                Harden(cookie, "poscases-code");
                cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
                cookie.SlidingExpiration = false;
            });
    }

    private static void Harden(CookieAuthenticationOptions cookie, string name)
    {
        cookie.Cookie.Name = name;
        cookie.Cookie.Path = "/";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.IsEssential = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.CookieManager = new HostPrefixedCookies();
    }

    private static void AddLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(languages =>
        {
            CultureInfo[] cultures = [.. Languages.All.Select(CultureInfo.GetCultureInfo)];
            languages.SupportedCultures = cultures;
            languages.SupportedUICultures = cultures;
            languages.DefaultRequestCulture = new RequestCulture(Languages.Default);
            languages.RequestCultureProviders =
            [
                new CustomRequestCultureProvider(http => Chosen(PersonClaims.CultureOf(http.User))),
                new CustomRequestCultureProvider(http => Chosen(http.Request.Cookies[SessionCookie.Culture])),
                new AcceptLanguageHeaderRequestCultureProvider { Options = languages },
            ];
        });
    }

    private static Task<ProviderCultureResult?> Chosen(string? culture) =>
        Task.FromResult(culture is not null && Languages.All.Contains(culture) ? new ProviderCultureResult(culture) : null);

    private static void AddSignInLimit(this IServiceCollection services, int perMinute) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = async (rejected, ct) =>
        {
            var text = rejected.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<AccountText>>();
            rejected.HttpContext.Response.ContentType = "text/plain; charset=utf-8";
            await rejected.HttpContext.Response.WriteAsync(text["TooManyTries"], ct);
        };
        limiter.AddPolicy(SignInLimit, http => HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("not a try"));
    });

    /// <summary>Leads a member of staff without the second factor to the page where it is set up. The door refuses everything else anyway.</summary>
    private static Task EnrolFirst(HttpContext context, RequestDelegate next)
    {
        var isPage = context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        if (isPage && PersonClaims.MustEnrol(context.User) && !context.Request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Redirect("/account/second-factor");
            return Task.CompletedTask;
        }

        return next(context);
    }
}
