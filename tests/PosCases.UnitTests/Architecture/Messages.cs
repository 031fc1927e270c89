using MediatR;
using PosCases.Platform.Messages;

namespace PosCases.UnitTests.Architecture;

/// <summary>Every message of the core.</summary>
internal static class Messages
{
    public static IReadOnlyList<Type> All { get; } =
        [.. typeof(Door).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(IBaseRequest)))];
}
