/// The version that `--version` prints and files name as their creator.
public enum WhitePaperVersion {
  /// As semantic versioning has it.
  public static let current = "0.1.0"
}
