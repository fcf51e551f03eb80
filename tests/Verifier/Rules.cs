namespace Verification;

/// <summary>What verifiable code keeps to (ECMA-335 III, and what ILVerify checks).</summary>
static class Rules
{
    public const string Depth = "stack depth";
    public const string Type = "stack type";
    public const string Pointer = "unmanaged pointer";
    public const string ReadOnly = "read-only address";
    public const string Paths = "paths that meet";
    public const string Region = "exception block";
    public const string End = "end of the method";
    public const string Locals = "locals without init";
    public const string Raw = "this before its base is constructed";
    public const string Access = "access";
    public const string Argument = "type argument";
    public const string Delegate = "delegate's target";
    public const string Constant = "readonly field";
    public const string Unresolved = "unresolved reference";
    public const string Unverifiable = "unverifiable instruction";
}
