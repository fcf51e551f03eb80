// Given: nothing to change here. The file to edit is Census.cs.
using System.ComponentModel;

namespace Katas.ProcessCensus;

/// <summary>
/// A process of this machine, as far as the operating system lets us see it. It lives its own life:
/// between two questions it may end.
/// </summary>
/// <remarks>It holds a handle of the operating system's until it is disposed of.</remarks>
public interface IProcess : IDisposable
{
    /// <summary>Its number, which is known without asking.</summary>
    int Id { get; }

    /// <exception cref="Win32Exception">The operating system denies access.</exception>
    bool HasEnded { get; }

    /// <exception cref="InvalidOperationException">The process has ended.</exception>
    /// <exception cref="Win32Exception">The operating system denies access.</exception>
    string Name { get; }

    /// <exception cref="InvalidOperationException">The process has ended.</exception>
    /// <exception cref="Win32Exception">The operating system denies access.</exception>
    int ThreadCount { get; }
}
