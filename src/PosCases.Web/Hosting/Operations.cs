using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.HttpOverrides;
using PosCases.Platform.Data;
using PosCases.Web.Shell;

namespace PosCases.Web.Hosting;

/// <summary>What the people who run the app rely on: keys, health, headers, errors.</summary>
internal static class Operations
{
    private const string Ready = "ready";

    /// <summary>Registers key storage, health checks and hardening.</summary>
    public static WebApplicationBuilder AddOperations(this WebApplicationBuilder builder)
    {
        var keys = Directory.CreateDirectory(Path.Combine(CoreHosting.DataFolder(builder.Configuration, builder.Environment), "keys"));
        builder.Services.AddDataProtection().SetApplicationName("PosCases").PersistKeysToFileSystem(keys);
        builder.Services.AddHealthChecks().AddDbContextCheck<AppDb>(tags: [Ready]).AddCheck<ToolHealth>("tools", tags: [ToolHealth.Tag]);
        builder.Services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "poscases-forms";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.HeaderName = "X-CSRF";
            // It would allow our own pages to frame each other; SecurityHeaders says that nobody may.
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        builder.AddPageCompression();
        builder.Services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        });
        return builder;
    }

    /// <summary>Error pages, transport and headers, before anything that knows who is there.</summary>
    public static WebApplication UseOperations(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UsePageCompression();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
            app.UseHsts();
        }

        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        return app;
    }

    /// <summary>
    /// <c>/health/live</c>: the process answers. <c>/health/ready</c>: the database does too. <c>/health/tools</c>, for administrators: which
    /// programs of the operating system are there, in JSON.
    /// </summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
        app.MapHealthChecks("/health/tools", new HealthCheckOptions { Predicate = check => check.Tags.Contains(ToolHealth.Tag), ResponseWriter = ToolHealth.WriteAsync })
            .RequireAuthorization(policy => policy.RequireRole(NavRoles.Admin));
    }
}
