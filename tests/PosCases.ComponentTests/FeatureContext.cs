using Bunit.TestDoubles;
using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PosCases.ComponentTests.Design;
using PosCases.Platform.Messages;

namespace PosCases.ComponentTests;

/// <summary>Renders a page or dialog of a feature against a recording mediator.</summary>
public abstract class FeatureContext : DesignContext
{
    /// <param name="isInteractive">In a circuit, or a static page.</param>
    /// <param name="addServices">What the feature asks for beside the design's; later it is too late.</param>
    protected FeatureContext(bool isInteractive = true, Action<IServiceCollection>? addServices = null)
    {
        addServices?.Invoke(Services);
        Services.AddSingleton<IMediator>(Mediator);
        Authorization = AddAuthorization();
        SetRendererInfo(isInteractive ? new RendererInfo("Server", isInteractive: true) : new RendererInfo("Static", isInteractive: false));
    }

    /// <summary>Where the messages go.</summary>
    protected RecordingMediator Mediator { get; } = new();

    /// <summary>Who looks at the page.</summary>
    protected BunitAuthorizationContext Authorization { get; }

    /// <summary>An answer with a value.</summary>
    protected static Result<T> Answer<T>(T value) => value;

    /// <summary>An answer that refuses.</summary>
    protected static Result<T> Refuse<T>(Error error) => error;
}
