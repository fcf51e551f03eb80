namespace SecondOpinion;

/// <summary>A program, and what two engines say of it.</summary>
sealed record Row(string Program, Explored Explorer, Opinion Coyote)
{
    /// <summary>
    /// Both find it right, or Coyote has found a bug in a spec that the explorer turns down as well.
    /// Not knowing is no opinion, and so no agreement.
    /// </summary>
    internal bool Agrees => Explorer.Opinion.IsRight
        ? Coyote.IsRight
        : Coyote.Kind is "bug" or "deadlock" or "endless"
            && Explorer.TurnedDown.Contains(Coyote.Spec!);
}
