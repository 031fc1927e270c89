using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using PosCases.Web.Design;

namespace PosCases.Web.Shell;

/// <summary>Keeps the shell alive when a page of a circuit fails: logs once, shows a neutral message with the same reference.</summary>
public sealed partial class PageBoundary(ILogger<PageBoundary> log) : ErrorBoundaryBase
{
    string reference = "";

    /// <inheritdoc />
    protected override Task OnErrorAsync(Exception exception)
    {
        reference = Activity.Current?.TraceId.ToString() ?? Guid.NewGuid().ToString("N");
        PageFailed(exception, reference);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenComponent<ErrorState>(1);
        builder.AddComponentParameter(2, nameof(ErrorState.Reference), reference);
        builder.AddComponentParameter(3, nameof(ErrorState.OnRetry), EventCallback.Factory.Create(this, Recover));
        builder.CloseComponent();
    }

    [LoggerMessage(LogLevel.Error, "A page failed; reference {Reference}")]
    partial void PageFailed(Exception exception, string reference);
}
