using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal.Commands;

namespace Interleavings;

/// <summary>The explorer's attribute as the specs know it; here it asks Coyote.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryInterleavingAttribute : NUnitAttribute, IWrapSetUpTearDown
{
    TestCommand ICommandWrapper.Wrap(TestCommand command) =>
        new CoyoteCommand(command.Test, Question.Every);
}

/// <summary>The same for what must be possible: an execution that passes.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SomeInterleavingAttribute : NUnitAttribute, IWrapSetUpTearDown
{
    TestCommand ICommandWrapper.Wrap(TestCommand command) =>
        new CoyoteCommand(command.Test, Question.Some);
}
