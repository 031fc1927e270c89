using System.Reflection;
using MediatR;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.UnitTests.Architecture;

public sealed class MessageRulesTests
{
    [Fact]
    public void Every_message_names_the_right_that_it_requires() =>
        Assert.DoesNotContain(Messages.All, message => message.GetCustomAttribute<RequiresAttribute>() is null);

    [Fact]
    public void Every_message_has_exactly_one_handler()
    {
        var handled = typeof(Door).Assembly.GetTypes()
            .Where(t => !t.IsAbstract)
            .SelectMany(t => t.GetInterfaces())
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
            .Select(i => i.GetGenericArguments()[0])
            .ToList();

        Assert.Equal(Messages.All.OrderBy(m => m.FullName, StringComparer.Ordinal), handled.OrderBy(m => m.FullName, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_message_either_changes_something_or_asks() =>
        Assert.DoesNotContain(Messages.All, message => message.IsAssignableTo(typeof(ICommand)) == Asks(message));

    [Fact]
    public void Every_message_stands_in_the_use_case_that_carries_its_name() =>
        Assert.DoesNotContain(Messages.All, message => message.DeclaringType is null || message is { IsPublic: false, IsNestedPublic: false });

    [Fact]
    public void Every_answer_is_a_result() =>
        Assert.DoesNotContain(Messages.All, message => !message.GetInterfaces().Any(i =>
            i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>) && i.GetGenericArguments()[0].IsAssignableTo(typeof(Result))));

    [Fact]
    public void A_handler_never_sends_messages_itself() =>
        Assert.DoesNotContain(
            typeof(Door).Assembly.GetTypes().Where(t => t.Name == "Handler").SelectMany(t => t.GetConstructors()).SelectMany(c => c.GetParameters()),
            parameter => parameter.ParameterType == typeof(IMediator) || parameter.ParameterType == typeof(Door));

    private static bool Asks(Type message) => message.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuery<>));
}
