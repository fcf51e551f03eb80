namespace Interleavings;

/// <summary>What a test may leave behind when its body ends.</summary>
public enum LeftRunning
{
    /// <summary>
    /// Nothing: a task that may still be at work then, and a thread or task that never ends, is a
    /// failure.
    /// </summary>
    Forbidden,

    /// <summary>
    /// Tasks and background threads. They still run as far as they can, and what fails in them is a
    /// failure. A foreground thread must end all the same, and a deadlock among them stays a failure.
    /// </summary>
    Allowed,
}
