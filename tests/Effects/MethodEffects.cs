namespace Effects;

/// <summary>What a call may do to one parameter; the receiver is the first.</summary>
[Flags]
enum ParameterEffects
{
    None = 0,

    /// <summary>Reads the object itself, or the struct behind the address.</summary>
    ReadsOwn = 1,

    /// <summary>Reads something that can be reached from it.</summary>
    ReadsDeep = 2,

    WritesOwn = 4,

    WritesDeep = 8,

    /// <summary>The reference is in another object, or in a static, when the call is over.</summary>
    Keeps = 16,

    CallsBack = 32,

    Reads = ReadsOwn | ReadsDeep,

    Writes = WritesOwn | WritesDeep,
}

/// <summary>What is known of a method: grows until nothing changes.</summary>
sealed class MethodEffects(int parameters)
{
    public ParameterEffects[] Effects { get; } = new ParameterEffects[parameters];

    /// <summary>By parameter: the parameters whose references it has when the call is over.</summary>
    public Places[] Kept { get; } = new Places[parameters];

    /// <summary>
    /// By parameter: whether it is a <c>T</c> or an object, of which generic code changes nothing. To
    /// keep one is no reason for what changes its holder to change it.
    /// </summary>
    public bool[] IsItem { get; } = new bool[parameters];

    /// <summary>2i: parameter i itself; 2i + 1: something that it leads to.</summary>
    public Places Returned { get; set; }

    /// <summary>A new object is returned; it leads to these.</summary>
    public bool ReturnsNew { get; set; }

    public Places NewHolds { get; set; }

    /// <summary>Not every callee could be followed.</summary>
    public bool IsAssumed { get; set; }

    public int Version { get; set; }

    public void Add(int parameter, ParameterEffects effect)
    {
        if (parameter >= Effects.Length || (Effects[parameter] & effect) == effect)
            return;
        Effects[parameter] |= effect;
        Version++;
    }

    public void Keep(int holder, Places kept)
    {
        if (Kept[holder].Includes(kept))
            return;
        Kept[holder] |= kept;
        Version++;
    }

    public void Return(Places returned)
    {
        if (Returned.Includes(returned))
            return;
        Returned |= returned;
        Version++;
    }

    public void ReturnNew(Places holds)
    {
        if (ReturnsNew && NewHolds.Includes(holds))
            return;
        ReturnsNew = true;
        NewHolds |= holds;
        Version++;
    }

    public void Assume()
    {
        if (IsAssumed)
            return;
        IsAssumed = true;
        Version++;
    }
}
