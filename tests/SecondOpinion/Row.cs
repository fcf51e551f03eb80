namespace SecondOpinion;

/// <summary>A program, and what two engines say of it.</summary>
sealed record Row(string Program, Explored Explorer, Opinion Coyote)
{
    /// <summary>
    /// Both find it right, or both turn down the spec that Coyote does, for a like reason. Not
    /// knowing is no opinion, and so no agreement.
    /// </summary>
    internal bool Agrees => Explorer.Opinion.IsRight
        ? Coyote.IsRight
        : Coyote.Spec is { } spec && Explorer.TurnedDown.TryGetValue(spec, out var found)
            && (Coyote.Kind switch
            {
                "deadlock" => found is "deadlock" or "lost wake up",
                "endless" => found is "livelock" or "endless loop",
                // An assertion, or an exception: it may be the race's outcome.
                "bug" => found is "assertion" or "exception" or "data race" or "never passes",
                _ => false,
            });
}
